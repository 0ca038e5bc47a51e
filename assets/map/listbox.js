/**
 * The map by keyboard: a listbox over the drawing, and over plotly's map where that lies above it, with an option at the place of every
 * kommune. The drawing below it is hidden from screen readers meanwhile; without this script its links are what there is.
 *
 * The focus itself goes from option to option, rather than aria-activedescendant: VoiceOver does not tell of that in every browser, and
 * magnifiers and speech control follow the focus. An option lies around a point of its kommune and lets the pointer through, so whoever
 * has a program click its middle clicks that kommune, and whoever has it press the option presses this.
 *
 * It reads all that it needs from the page (components/map/listbox.py), and works on a page that has no other script as well.
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

  /** The places A and B. */
  function readPicked(frame) {
    const { a = frame.dataset.kommune, b } = document.body.dataset;
    return [a, b];
  }

  /* ---- names and places */

  /** Set a property that is not so already. */
  const set = (option, name, value) => option[name] !== value && (option[name] = value);

  /** Names such as "Kalundborg, 17,7 pct., 31.-laveste af 98, valgt som A", from the titles; the limits of the classes from the legend. */
  function nameOptions(frame) {
    const { options, paths } = lists.get(frame);
    const picked = readPicked(frame);
    const limits = new Map();
    document.querySelectorAll("#kort-signatur li").forEach((field) => limits.set(field.getAttribute("style"), field.lastChild.textContent));
    options.forEach(function (option, number) {
      const chosen = [frame.dataset.somA, frame.dataset.somB][picked.indexOf(codeOf(option))];
      const [path] = paths[number];
      set(option, "ariaLabel", path.textContent.split("\n").concat(chosen || []).join(", "));
      set(option, "ariaSelected", String(Boolean(chosen)));
      set(option, "ariaDescription", (limits.get("background:" + path.getAttribute("fill")) || "").slice(2));
    });
  }

  /**
   * Where an option lies: a box around the own point of the area; of the larger one, if two parts of the map have it. The sign of a small
   * kommune stands above it: there the middle is taken.
   */
  function placeOption(frame, option, paths) {
    const own = paths.filter((path) => path.parentElement.dataset.skilt);
    const boxes = own.map((path) => [path.getBBox(), path.parentElement.dataset.skilt.split(" ")]);
    const [box, [x, sign]] = boxes.sort(([one], [other]) => other.width - one.width)[0];
    const y = sign > box.y && sign < box.y + box.height ? sign : box.y + box.height / 2;
    const { width, height } = findDrawing(frame).viewBox.baseVal;
    const place = function (start, extent, at, size, from, whole) {
      const half = Math.max(at - from, from + size - at);
      option.style[start] = (100 * (at - half)) / whole + "%";
      option.style[extent] = (200 * half) / whole + "%";
    };
    place("left", "width", x, box.width, box.x, width);
    place("top", "height", y, box.height, box.y, height);
  }

  /* ---- the listbox of a map */

  function build(frame) {
    const drawing = findDrawing(frame);
    const list = make({ role: "listbox", className: "kortliste", ariaMultiSelectable: "true", ariaLabel: frame.dataset.liste });
    list.ariaDescription = frame.dataset.taster;
    const codes = [...new Set([...drawing.querySelectorAll("a")].map(codeOf))].sort();
    const paths = codes.map((code) => [...findPaths(frame, code)]);
    const options = codes.map(function (code, number) {
      const option = make({ role: "option", tabIndex: -1 });
      option.dataset.kode = code;
      placeOption(frame, option, paths[number]);
      return option;
    });
    lists.set(frame, { list, options, paths, typed: "", last: 0, stop: options[0] });
    nameOptions(frame);
    list.append(...[...options].sort((one, other) => one.ariaLabel.localeCompare(other.ariaLabel, "da")));
    drawing.ariaHidden = "true";
    frame.append(list);
    frame.addEventListener("mousedown", takeClick);
    list.addEventListener("focusin", enter);
    list.addEventListener("focusout", leave);
    list.addEventListener("keydown", press);
    list.addEventListener("click", ({ target, shiftKey }) => pick(frame, codeOf(target), shiftKey));
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
      const isNew = !lists.has(frame);
      if (isNew) build(frame);
      nameOptions(frame);
      const { list, stop } = lists.get(frame);
      if (list.contains(document.activeElement)) return;
      const first = isNew && findOption(frame, frame.dataset.ender.slice(0, 4));
      stopAt(frame, findOption(frame, readPicked(frame)[0]) || first || stop);
    });
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
    const [a] = readPicked(frame);
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
    if (key === "Enter" || key === " ") pick(frame, codeOf(target), shiftKey);
    else if (key === "Escape") goOn(frame);
    else if (/^(Arrow.*|Home|End|.)$/.test(key)) moveTo(findNext(frame, event) || target);
    else return;
    event.preventDefault();
  }

  /** A click on the drawing takes the focus to its option, where the arrow keys go on; the link is hidden from screen readers. */
  function takeClick(down) {
    const area = down.target.closest("a");
    if (!area) return;
    down.preventDefault();
    findOption(down.currentTarget, codeOf(area)).focus({ preventScroll: true });
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
})(window.danmarkskort || {});
