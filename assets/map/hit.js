/**
 * What lies under a point: a kommune of the map, a dot of the swarm, a line of a strip, a name. A tap that hits no kommune hits the nearest
 * one within reach of a finger.
 */
(function (dk) {
  "use strict";

  const REACH = 22; // pixels: half a fingertip
  const RINGS = [4, 8, 12, 17, REACH];
  const DIRECTIONS = 16;
  const NEAR = 14; // units of the swarm: how far from a dot the pointer may be

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

  /** The dots of a swarm: the point of each kommune, in units of the drawing. */
  dk.dotsOf = (svg) => readPlaces("svaerm-" + svg.dataset.fordeling);

  /** The lines of a strip, likewise. */
  dk.linesOf = (strip) => readPlaces("strimmel-" + strip.dataset.fordeling);

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
    return nearest(dk.dotsOf(svg), ([dotX, dotY]) => Math.hypot(dotX - at[0], dotY - at[1]), NEAR);
  }

  function findLine(strip, x) {
    const box = strip.querySelector("svg").getBoundingClientRect();
    const at = ((x - box.left) / box.width) * 1000;
    return nearest(dk.linesOf(strip), ([lineX]) => Math.abs(lineX - at), 25);
  }

  /* ---- the map. The drawing lies under plotly's map and is hit through it: both show the same, at any zoom of the page. */

  function findArea(x, y, target = null) {
    const drawn = target && target.closest(".kortramme a[data-kode]");
    if (drawn) return drawn.dataset.kode;
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

  /** What the pointer is over: a kommune, and whether its card is wanted; undefined where nothing can be lit. */
  dk.findPointed = function ({ target, clientX, clientY }) {
    const within = (selector) => target.closest && target.closest(selector);
    if (within(".kortramme")) return findArea(clientX, clientY, target);
    const swarm = within("svg.svaerm");
    if (swarm) return findDot(swarm, clientX, clientY);
    const strip = within(".strimmel");
    if (strip) return findLine(strip, clientX);
    const named = within("#tabel-plads tr[data-kode], .yderst a");
    if (!named) return undefined;
    return named.dataset.kode || new URLSearchParams(named.dataset.led).get("kommune");
  };

  /** What a click or tap hits: a dot of the swarm, a kommune of the map, or the one nearest to it. */
  dk.findHit = function (target, x, y) {
    const within = (selector) => target.closest && target.closest(selector);
    const swarm = within("svg.svaerm");
    if (swarm) return { code: findDot(swarm, x, y), isLed: false };
    if (!within(".kortramme")) return { code: null, isLed: false };
    const code = findArea(x, y, target);
    return { code: code || findNearby(x, y), isLed: Boolean(code) && !within(".kort-plads") }; // the drawing's links lead by themselves
  };

  dk.part("map/hit");
})(window.danmarkskort);
