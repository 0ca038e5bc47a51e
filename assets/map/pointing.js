/**
 * The kommune under the pointer is lit wherever it stands: on the map, in the swarm, on the strips, on the legend and in the list; a card
 * beside the pointer has its name, number and rank. What lies under a point is found in assets/map/hit.js.
 */
(function (dk) {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const TAP = 10; // pixels that a finger may move

  let pointed = null; // kommunekode
  let next = null; // the movement that the next frame looks at
  let last = null; // the movement that was looked at last: after a click browsers report one that is none

  const make = (tag, className, text) => Object.assign(document.createElement(tag), { className, textContent: text || "" });

  function lightDots(code) {
    document.querySelectorAll("svg.svaerm").forEach((svg) => {
      const old = svg.querySelector(".peget");
      if (old) old.remove();
      const point = code && dk.dotsOf(svg).get(code);
      if (!point) return;
      const dot = document.createElementNS(SVG, "circle");
      Object.entries({ cx: point[0], cy: point[1], r: 5.5, class: "peget" }).forEach(([name, value]) => dot.setAttribute(name, value));
      svg.append(dot);
    });
    document.querySelectorAll(".strimmel").forEach((strip) => {
      const old = strip.querySelector(".punkt--peget");
      if (old) old.remove();
      const point = code && dk.linesOf(strip).get(code);
      if (!point) return;
      const mark = make("span", "punkt punkt--peget");
      mark.style.left = point[0] / 10 + "%";
      strip.append(mark);
    });
  }

  /* ---- the card */

  const card = make("div", "peget-kort");
  card.setAttribute("aria-hidden", "true"); // what it says stands in the page
  card.hidden = true;

  let written = null; // whose figure stands on the card

  function writeCard(code) {
    if (written === code) return;
    written = code;
    const [name, ...lines] = dk.layer.kort[code];
    card.replaceChildren(make("strong", "", name), ...lines.map((line) => make("span", "", line)));
  }

  const isFast = () => card.classList.contains("peget-kort--fast");

  function addWayOn() {
    card.append(Object.assign(make("a", "", dk.setup.seAlle), { href: "#laesning", target: "_self" }));
  }

  /** Another figure is on the map: a card that is shown has that one too. */
  function rewriteCard() {
    const code = written;
    written = null;
    if (card.hidden) return;
    writeCard(code);
    if (isFast()) addWayOn();
  }

  function placeCard(x, y) {
    const { width, height } = card.getBoundingClientRect();
    const zoom = width / card.offsetWidth; // by CSS: the pointer is in pixels of the screen, the card in those of the page
    const left = x + 16 + width > window.innerWidth ? x - 16 - width : x + 16;
    card.style.transform = "translate(" + Math.max(4, left) / zoom + "px," + Math.max(4, y - height - 12) / zoom + "px)";
  }

  /** After a tap the card stays at the foot of the screen, and leads to the figures. */
  function showTapped(code) {
    if (!dk.layer.kort[code]) return;
    written = null;
    writeCard(code);
    addWayOn();
    card.classList.add("peget-kort--fast");
    card.style.transform = "";
    card.removeAttribute("aria-hidden");
    card.hidden = false;
  }

  function hideCard() {
    card.hidden = true;
    written = null; // with the way on
    card.classList.remove("peget-kort--fast");
    card.setAttribute("aria-hidden", "true");
  }

  /** Light a kommune everywhere; null puts all lights out. With a position its card stands there. */
  dk.pointAt = function (code, x, y) {
    if (!code && dk.hoverMap) dk.hoverMap(null);
    if (code !== pointed) {
      pointed = code;
      dk.outline(code, "peget-omrids");
      lightDots(code);
      dk.placeNeedles(dk.currentView(), pointed);
      document.querySelectorAll("tr.peget").forEach((row) => row.classList.remove("peget"));
      const row = code && document.querySelector('#tabel-plads tr[data-kode="' + code + '"]');
      if (row) row.classList.add("peget");
    }
    if (isFast()) return; // it stays until the next touch
    card.hidden = !code || x === undefined;
    if (card.hidden) return;
    writeCard(code);
    placeCard(x, y);
  };

  function look() {
    const move = next;
    next = null;
    last = move;
    const code = dk.findPointed(move);
    if (dk.hoverMap) dk.hoverMap(move.target.closest && move.target.closest(".kortramme") ? code || null : null);
    const isList = move.target.closest && move.target.closest("#tabel-plads, .yderst");
    dk.pointAt(code || null, ...(isList ? [] : [move.clientX, move.clientY]));
  }

  function putOut() {
    last = null; // what is under the pointer may be another when it comes again
    dk.pointAt(null);
  }

  const isSame = (move) => last && ["target", "clientX", "clientY"].every((name) => move[name] === last[name]);

  function follow(move) {
    if (isSame(move)) return;
    if (move.pointerType === "touch" || isFast()) return;
    if (!next) window.requestAnimationFrame(look);
    next = { target: move.target, clientX: move.clientX, clientY: move.clientY };
  }

  const lead = (target, code) => (target.closest(".kort-plads") ? dk.clickMap(code) : dk.goTo("?kommune=" + code));

  function pick(click) {
    if (click.pointerType === "touch") return;
    const { code, isLed } = dk.findHit(click.target, click.clientX, click.clientY);
    if (code && !isLed) lead(click.target, code);
  }

  let touched = null; // where a finger came down

  function touch(down) {
    touched = down.pointerType === "touch" ? down : null;
    if (!(down.target.closest && down.target.closest(".peget-kort"))) hideCard();
  }

  /** A tap, told from a swipe, and seen where the finger leaves. */
  function tap(up) {
    if (!touched || up.pointerType !== "touch" || Math.hypot(up.clientX - touched.clientX, up.clientY - touched.clientY) > TAP) return;
    const { code, isLed } = dk.findHit(touched.target, up.clientX, up.clientY);
    if (!code) return;
    if (!isLed) lead(touched.target, code);
    if (touched.target.closest(".kortramme")) showTapped(code);
  }

  const { colourDrawing } = dk;
  dk.colourDrawing = function (layer) {
    colourDrawing(layer);
    rewriteCard();
  };

  function start() {
    document.body.append(card);
    document.addEventListener("pointermove", follow, { passive: true });
    document.documentElement.addEventListener("pointerleave", putOut);
    document.addEventListener("click", pick);
    document.addEventListener("pointerdown", touch);
    document.addEventListener("pointerup", tap);
    window.addEventListener("scroll", () => isFast() || putOut(), { passive: true });
  }

  dk.part("map/pointing", start);
})(window.danmarkskort);
