/**
 * The kommune under the pointer is lit wherever it stands: on the map, in the swarm, on the strips, on the legend and in the list; a card
 * beside the pointer has its name, number and rank. A tap that hits no kommune hits the nearest one within reach of a finger.
 */
(function (dk) {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const REACH = 22; // pixels: half a fingertip
  const RINGS = [4, 8, 12, 17, REACH];
  const DIRECTIONS = 16;
  const TAP = 10; // pixels that a finger may move
  const NEAR = 14; // units of the swarm: how far from a dot the pointer may be

  let pointed = null; // kommunekode
  let next = null; // the movement that the next frame looks at

  const make = (tag, className, text) => Object.assign(document.createElement(tag), { className, textContent: text || "" });

  /* ---- swarm and strips: the dots and lines that the page has once (components/chart/shared.py) */

  const places = new Map(); // by the id of the dots or lines: a point for each kommune

  function readPlaces(id) {
    if (!places.has(id)) {
      const found = new Map();
      document.querySelectorAll("#" + CSS.escape(id) + " path[data-koder]").forEach((path) => {
        const points = path.getAttribute("d").match(/M[^M]*/g);
        path.dataset.koder.split(" ").forEach((code, number) => found.set(code, points[number].match(/[\d.]+/g).map(Number)));
      });
      places.set(id, found);
    }
    return places.get(id);
  }

  const swarmOf = (svg) => readPlaces("svaerm-" + svg.dataset.fordeling);
  const linesOf = (strip) => readPlaces("strimmel-" + strip.dataset.fordeling);

  function lightDots(code) {
    document.querySelectorAll("svg.svaerm").forEach((svg) => {
      const old = svg.querySelector(".peget");
      if (old) old.remove();
      const point = code && swarmOf(svg).get(code);
      if (!point) return;
      const dot = document.createElementNS(SVG, "circle");
      Object.entries({ cx: point[0], cy: point[1], r: 5.5, class: "peget" }).forEach(([name, value]) => dot.setAttribute(name, value));
      svg.append(dot);
    });
    document.querySelectorAll(".strimmel").forEach((strip) => {
      const old = strip.querySelector(".punkt--peget");
      if (old) old.remove();
      const point = code && linesOf(strip).get(code);
      if (!point) return;
      const mark = make("span", "punkt punkt--peget");
      mark.style.left = point[0] / 10 + "%";
      strip.append(mark);
    });
  }

  function nearest(found, measure, limit) {
    let best = null;
    for (const [code, point] of found) {
      const distance = measure(point);
      if (distance < limit) [best, limit] = [code, distance];
    }
    return best;
  }

  function findDot(svg, x, y) {
    const box = svg.getBoundingClientRect();
    const scale = svg.viewBox.baseVal.width / box.width;
    const at = [(x - box.left) * scale, (y - box.top) * scale];
    return nearest(swarmOf(svg), ([dotX, dotY]) => Math.hypot(dotX - at[0], dotY - at[1]), NEAR);
  }

  function findLine(strip, x) {
    const box = strip.querySelector("svg").getBoundingClientRect();
    const at = ((x - box.left) / box.width) * 1000;
    return nearest(linesOf(strip), ([lineX]) => Math.abs(lineX - at), 25);
  }

  /* ---- the map. The drawing lies under plotly's map and is hit through it: both show the same, at any zoom of the page. */

  function findArea(x, y) {
    for (const element of document.elementsFromPoint(x, y)) {
      const area = element.closest && element.closest(".kortramme a[data-kode]");
      if (area) return area.dataset.kode;
    }
    return null;
  }

  /** The kommune nearest to a point that hits none, within reach. */
  function findNearby(x, y) {
    for (const radius of RINGS) {
      for (let step = 0; step < DIRECTIONS; step += 1) {
        const angle = (2 * Math.PI * step) / DIRECTIONS;
        const code = findArea(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
        if (code) return code;
      }
    }
    return null;
  }

  /** A line round the kommune, on the country and in the insets, above whichever map is shown. */
  function outline(code) {
    document.querySelectorAll(".peget-omrids").forEach((old) => old.remove());
    const drawing = document.querySelector(".kortramme > svg.tegning");
    if (!code || !drawing) return;
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", drawing.getAttribute("viewBox"));
    svg.setAttribute("class", "peget-omrids");
    svg.setAttribute("aria-hidden", "true");
    drawing.querySelectorAll('a[data-kode="' + code + '"] path').forEach((area) => {
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("d", area.getAttribute("d"));
      svg.append(path);
    });
    drawing.parentElement.append(svg);
  }

  /* ---- the card */

  const card = make("div", "peget-kort");
  card.setAttribute("aria-hidden", "true"); // what it says stands in the page
  card.hidden = true;

  function writeCard(code) {
    const [name, ...lines] = dk.layer.kort[code];
    card.replaceChildren(make("strong", "", name), ...lines.map((line) => make("span", "", line)));
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
    writeCard(code);
    card.classList.add("peget-kort--fast");
    card.style.transform = "";
    card.append(Object.assign(make("a", "", dk.setup.seAlle), { href: "#laesning", target: "_self" }));
    card.removeAttribute("aria-hidden");
    card.hidden = false;
  }

  function hideCard() {
    card.hidden = true;
    card.classList.remove("peget-kort--fast");
    card.setAttribute("aria-hidden", "true");
  }

  /** Light a kommune everywhere; null puts all lights out. With a position its card stands there. */
  dk.pointAt = function (code, x, y) {
    if (!code && dk.hoverMap) dk.hoverMap(null);
    if (code !== pointed) {
      pointed = code;
      outline(code);
      lightDots(code);
      dk.placeNeedles(dk.currentView(), pointed);
      document.querySelectorAll("tr.peget").forEach((row) => row.classList.remove("peget"));
      const row = code && document.querySelector('#tabel-plads tr[data-kode="' + code + '"]');
      if (row) row.classList.add("peget");
      if (code && x !== undefined) writeCard(code);
    }
    if (card.classList.contains("peget-kort--fast")) return; // it stays until the next touch
    card.hidden = !code || x === undefined;
    if (!card.hidden) placeCard(x, y);
  };

  /** What the pointer is over: a kommune, and whether its card is wanted; undefined where nothing can be lit. */
  function findPointed({ target, clientX, clientY }) {
    const within = (selector) => target.closest && target.closest(selector);
    if (within(".kortramme")) return findArea(clientX, clientY);
    const swarm = within("svg.svaerm");
    if (swarm) return findDot(swarm, clientX, clientY);
    const strip = within(".strimmel");
    if (strip) return findLine(strip, clientX);
    const named = within("#tabel-plads tr[data-kode], .yderst a");
    if (!named) return undefined;
    return named.dataset.kode || new URLSearchParams(named.dataset.led).get("kommune");
  }

  function look() {
    const move = next;
    next = null;
    const code = findPointed(move);
    if (dk.hoverMap) dk.hoverMap(move.target.closest && move.target.closest(".kortramme") ? code || null : null);
    const isList = move.target.closest && move.target.closest("#tabel-plads, .yderst");
    if (isList) dk.pointAt(code || null);
    else dk.pointAt(code || null, move.clientX, move.clientY);
  }

  function follow(move) {
    if (move.pointerType === "touch" || card.classList.contains("peget-kort--fast")) return;
    if (!next) window.requestAnimationFrame(look);
    next = { target: move.target, clientX: move.clientX, clientY: move.clientY };
  }

  /** What a click or tap hits: a dot of the swarm, a kommune of the map, or the one nearest to it. */
  function findHit(target, x, y) {
    const within = (selector) => target.closest && target.closest(selector);
    const swarm = within("svg.svaerm");
    if (swarm) return { code: findDot(swarm, x, y), isLed: false };
    if (!within(".kortramme")) return { code: null, isLed: false };
    const code = findArea(x, y);
    return { code: code || findNearby(x, y), isLed: Boolean(code) && !within(".kort-plads") }; // the drawing's links lead by themselves
  }

  const lead = (target, code) => (target.closest(".kort-plads") ? dk.clickMap(code) : dk.goTo("?kommune=" + code));

  function pick(click) {
    if (click.pointerType === "touch") return;
    const { code, isLed } = findHit(click.target, click.clientX, click.clientY);
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
    const { code, isLed } = findHit(touched.target, up.clientX, up.clientY);
    if (!code) return;
    if (!isLed) lead(touched.target, code);
    if (touched.target.closest(".kortramme")) showTapped(code);
  }

  function start() {
    document.body.append(card);
    document.addEventListener("pointermove", follow, { passive: true });
    document.documentElement.addEventListener("pointerleave", () => dk.pointAt(null));
    document.addEventListener("click", pick);
    document.addEventListener("pointerdown", touch);
    document.addEventListener("pointerup", tap);
    window.addEventListener("scroll", () => card.classList.contains("peget-kort--fast") || dk.pointAt(null), { passive: true });
  }

  dk.part("map/pointing", start);
})(window.danmarkskort);
