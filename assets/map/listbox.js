/**
 * The map by keyboard: a listbox over the drawing, and over plotly's map where that lies above it, with an option at the place of every
 * kommune. The drawing below it is hidden from screen readers meanwhile; without this script its links are what there is.
 *
 * The focus itself goes from option to option, rather than aria-activedescendant: VoiceOver does not tell of that in every browser, and
 * magnifiers and speech control follow the focus. An option lies around a point of its kommune and lets the pointer through, so whoever
 * has a program click its middle clicks that kommune, and whoever has it press the option presses this.
 *
 * It reads all that it needs from the page (components/map/listbox.py), and works on a page that has no other script than its options
 * (assets/map/options.js).
 */
(function (dk) {
  "use strict";

  const KEYS = ["ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft"]; // in the order of geodata/steps.py
  const PAUSE = 1000; // milliseconds after which a letter begins another name

  /* What is kept of each map, by its element. */
  const lists = new Map();

  const make = (properties) => Object.assign(document.createElement("div"), properties);
  const fold = (name) => name.toLowerCase().replaceAll("å", "aa");
  const findDrawing = (frame) => frame.querySelector("svg.tegning");
  const findPaths = (frame, code) => frame.querySelectorAll('svg.tegning a[data-kode="' + code + '"] path');
  const codeOf = (option) => option.dataset.kode;
  /* Soon, when the browser has a pause; on a machine that never has one, all the same. */
  const later = (task) => (window.requestIdleCallback ? requestIdleCallback(task, { timeout: 500 }) : setTimeout(task));

  /* ---- the listbox of a map */

  async function build(frame) {
    const made = await dk.makeOptions(frame);
    if (!made) return lists.delete(frame);
    const { options } = made;
    const list = make({ role: "listbox", className: "kortliste", ariaMultiSelectable: "true", ariaLabel: frame.dataset.liste });
    list.ariaDescription = frame.dataset.taster;
    const { compare } = new Intl.Collator("da");
    list.append(...[...options].sort((one, other) => compare(one.ariaLabel, other.ariaLabel)));
    await dk.pause(); // a slow phone answers its reader between this and what the browser lays out
    const [stop] = options;
    lists.set(frame, { ...made, list, typed: "", last: 0, stop });
    stopAt(frame, findOption(frame, frame.dataset.ender.slice(0, 4)) || stop);
    findDrawing(frame).ariaHidden = "true";
    frame.append(list);
    frame.addEventListener("mousedown", takeClick);
    list.addEventListener("focusin", enter);
    list.addEventListener("focusout", leave);
    list.addEventListener("keydown", press);
    list.addEventListener("click", ({ target, shiftKey }) => pick(frame, codeOf(target), shiftKey));
    later(refresh); // what was picked meanwhile
  }

  const findOption = (frame, code) => lists.get(frame).options.find((option) => codeOf(option) === code);

  /** Make this option the one tab stop. */
  function stopAt(frame, option) {
    const kept = lists.get(frame);
    kept.stop.tabIndex = -1;
    kept.stop = option;
    option.tabIndex = 0;
  }

  /** Make the listboxes of the maps that are to be seen, and bring those that are there up to date. */
  function refresh() {
    document.querySelectorAll(".kortramme[data-veje]").forEach(function (frame) {
      if (!findDrawing(frame) || !frame.offsetParent) return;
      if (!lists.has(frame)) {
        lists.set(frame, null); // it is being made
        build(frame);
      } else if (lists.get(frame)) update(frame);
    });
  }

  function update(frame) {
    dk.nameOptions(frame, lists.get(frame));
    if (lists.get(frame).list.contains(document.activeElement)) return;
    const picked = findOption(frame, dk.readPicked(frame)[0]);
    if (picked) stopAt(frame, picked);
  }

  /* ---- the ring, and what else shows the kommune that has the focus */

  /** Lines round a kommune, on the country and in the insets, above whichever map is shown; with no code there are none. */
  dk.outline = function (code, className) {
    document.querySelectorAll("." + className).forEach((old) => old.remove());
    if (!code) return;
    document.querySelectorAll(".kortramme").forEach(function (frame) {
      const drawing = findDrawing(frame);
      if (!drawing) return;
      const svg = drawing.cloneNode();
      svg.setAttribute("class", className);
      svg.ariaHidden = "true";
      findPaths(frame, code).forEach((path) => svg.append(path.cloneNode(), path.cloneNode()));
      frame.append(svg);
    });
  };

  /** The lights of the pointer. */
  function light(option) {
    const { left, top, width, height } = option.getBoundingClientRect();
    dk.pointAt(codeOf(option), left + width / 2, top + height / 2);
  }

  /** An option has the focus. A click that gave it has its own marks. */
  function enter({ target, currentTarget }) {
    stopAt(currentTarget.parentElement, target);
    const isSeen = target.matches(":focus-visible");
    dk.outline(isSeen && codeOf(target), "kortring");
    if (!isSeen) return;
    if (!dk.pointAt) return (currentTarget.dataset.vist = target.ariaLabel);
    light(target);
    dk.fetchAhead(dk.applyLink("?kommune=" + codeOf(target)));
  }

  function leave({ currentTarget, relatedTarget }) {
    if (currentTarget.contains(relatedTarget)) return;
    lists.get(currentTarget.parentElement).isPicked = false;
    dk.outline(null, "kortring");
    if (dk.pointAt) dk.pointAt(null);
  }

  /** A page that scrolls puts out the lights of the pointer; those of the focus come again, and follow the map when it gets another size. */
  function lightAgain() {
    if (dk.pointAt && document.activeElement.matches(".kortliste > :focus-visible")) light(document.activeElement);
  }

  /* ---- keys */

  function pick(frame, code, isOther) {
    const [a] = dk.readPicked(frame);
    const isCompared = isOther && a && a !== code;
    lists.get(frame).isPicked = true;
    if (dk.goTo) dk.goTo((isCompared ? "?sammenlign=" : "?kommune=") + code);
    else if (code !== a) window.location = isCompared ? frame.dataset.sammenlign + code : findPaths(frame, code)[0].parentElement.href.baseVal;
  }

  /** After a pick to its figures; else on to what comes behind the map: the focus is never nowhere. */
  function goOn(frame) {
    if (lists.get(frame).isPicked && dk.goToFigures && dk.goToFigures()) return;
    const stops = [...document.querySelectorAll("a[href], button, input, summary, [tabindex]")];
    const isBehind = (stop) => frame.compareDocumentPosition(stop) === Node.DOCUMENT_POSITION_FOLLOWING;
    const next = stops.find((stop) => isBehind(stop) && stop.tabIndex === 0 && stop.checkVisibility());
    if (next) next.focus();
  }

  /** The option whose name begins with what was typed, from this one on; for one letter, or the same again and again, the next one. */
  function seek(frame, { key, timeStamp, target }) {
    const kept = lists.get(frame);
    const letter = fold(key);
    kept.typed = timeStamp - kept.last > PAUSE ? letter : kept.typed + letter;
    kept.last = timeStamp;
    const options = [...kept.list.children];
    const at = options.indexOf(target);
    const find = (typed) => [...options.slice(at + (typed === letter)), ...options].find((one) => fold(one.ariaLabel).startsWith(typed));
    return find(kept.typed) || (!kept.typed.replaceAll(letter, "") && find(letter));
  }

  function findNext(frame, event) {
    const { options } = lists.get(frame);
    const { veje, ender } = frame.dataset;
    const key = event.key;
    const at = 8 * options.indexOf(event.target) + 2 * KEYS.indexOf(key);
    if (KEYS.includes(key)) return options[Number(veje.slice(at, at + 2))]; // "07" is the place 7, "--" none
    if (key === "Home" || key === "End") return findOption(frame, ender.split(" ")[key === "End" ? 1 : 0]);
    return seek(frame, event);
  }

  /** A key that leads nowhere still shows where the focus is, if a click had given it. */
  function moveTo(option) {
    if (option === document.activeElement) enter({ target: option, currentTarget: option.parentElement });
    else option.focus();
  }

  function press(event) {
    const { key, target, shiftKey } = event;
    const frame = target.closest(".kortramme");
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(Arrow.*|Home|End|Enter|Escape| )$/.test(key)) lists.get(frame).typed = ""; // the next letter begins another name
    if (key === "Enter" || key === " ") pick(frame, codeOf(target), shiftKey);
    else if (key === "Escape") goOn(frame);
    else if (/^(Arrow.*|Home|End|.)$/.test(key)) moveTo(findNext(frame, event) || target);
    else return;
    event.preventDefault();
  }

  /**
   * A click on the drawing takes the focus to its option, where the arrow keys go on; the link is hidden from screen readers. It does so when
   * what the click has led to is painted, for a focus has the page laid out. Browsers may show a focus that a script gives: not this one.
   */
  function takeClick(down) {
    const area = down.target.closest("a");
    if (!area) return;
    down.preventDefault();
    const option = findOption(down.currentTarget, codeOf(area));
    requestAnimationFrame(() => setTimeout(() => option.focus({ preventScroll: true, focusVisible: false })));
  }

  /* ---- in step with the page */

  function start() {
    /* When marks or colours change; later, when the legend is there as well, and the pick is done with. */
    for (const name of ["markDrawing", "colourDrawing"]) {
      const change = dk[name];
      if (change) dk[name] = (what) => (change(what), later(refresh));
    }
    document.addEventListener("scrollend", lightAgain);
    window.addEventListener("resize", lightAgain);
    later(refresh);
  }

  if (dk.part) dk.part("map/listbox", start);
  else start();
})(window.danmarkskort);
