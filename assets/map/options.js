/**
 * The options of the map's listbox (assets/map/listbox.js): what they are called, and where they lie. They read all that they need from the
 * page, and work on a page that has no other script as well.
 */
window.danmarkskort = window.danmarkskort || {};
(function (dk) {
  "use strict";

  /* Options that are made in one go. */
  const SLICE = 12;

  const codeOf = (area) => area.dataset.kode;

  /** Let the browser do something else. */
  dk.pause = () => new Promise((goOn) => setTimeout(goOn));

  /** Set a property that is not so already. */
  const set = (option, name, value) => option[name] !== value && (option[name] = value);

  /** The places A and B. */
  dk.readPicked = function (frame) {
    const { a = frame.dataset.kommune, b } = document.body.dataset;
    return [a, b];
  };

  /** The limits of the classes, by their colour, from the legend. */
  function readLimits() {
    const fields = [...document.querySelectorAll("#kort-signatur li[style]")];
    return new Map(fields.map((field) => [field.getAttribute("style").replace("background:", ""), field.lastChild.textContent.slice(2)]));
  }

  /** A name such as "Kalundborg, 17,7 pct., 31.-laveste af 98, valgt som A", from the title, and the limits of its class. */
  function nameOption(frame, option, [path], limits) {
    const chosen = [frame.dataset.somA, frame.dataset.somB][dk.readPicked(frame).indexOf(codeOf(option))];
    set(option, "ariaLabel", path.textContent.split("\n").concat(chosen || []).join(", "));
    set(option, "ariaSelected", String(Boolean(chosen)));
    set(option, "ariaDescription", limits.get(path.getAttribute("fill")) || "");
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
    const { width, height } = frame.querySelector("svg.tegning").viewBox.baseVal;
    const place = function (start, extent, at, size, from, whole) {
      const half = Math.max(at - from, from + size - at);
      option.style[start] = (100 * (at - half)) / whole + "%";
      option.style[extent] = (200 * half) / whole + "%";
    };
    place("left", "width", x, box.width, box.x, width);
    place("top", "height", y, box.height, box.y, height);
  }

  /** The paths of each kommune: on the country, and where an inset shows it again. */
  function groupPaths(drawing) {
    const found = new Map();
    drawing.querySelectorAll("a[data-kode]").forEach((area) => {
      found.set(codeOf(area), [...(found.get(codeOf(area)) || []), ...area.querySelectorAll("path")]);
    });
    return new Map([...found].sort());
  }

  /**
   * The options of a map by kommunekode, and the paths of each. They are made a few at a time, so that a slow phone answers its reader in
   * between; null if the map is hidden meanwhile.
   */
  dk.makeOptions = async function (frame) {
    const found = groupPaths(frame.querySelector("svg.tegning"));
    const limits = readLimits();
    const options = [];
    for (const [code, paths] of found) {
      if (options.length % SLICE === SLICE - 1) await dk.pause();
      if (!frame.offsetParent) return null;
      const option = Object.assign(document.createElement("div"), { role: "option", tabIndex: -1 });
      option.dataset.kode = code;
      placeOption(frame, option, paths);
      nameOption(frame, option, paths, limits);
      options.push(option);
    }
    return { options, paths: [...found.values()] };
  };

  /** Bring the names up to date with picks, colours and titles. */
  dk.nameOptions = function (frame, { options, paths }) {
    const limits = readLimits();
    options.forEach((option, number) => nameOption(frame, option, paths[number], limits));
  };

  if (dk.part) dk.part("map/options");
})(window.danmarkskort);
