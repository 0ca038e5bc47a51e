/** Where the picked places stand in the map's description, which itself is made in Python (components/wording/spoken/map.py). */
(function (dk) {
  "use strict";

  /** A line for each picked place, as components/screen/sections.py writes it. */
  dk.describePlaces = function (view) {
    const lines = [view.kommune, view.sammenlign].filter((code) => code in dk.layer.kort).map(function (code) {
      return Object.assign(document.createElement("li"), { textContent: dk.layer.kort[code].join(" · ") });
    });
    document.getElementById("kort-steder").replaceChildren(...lines);
  };

  dk.part("map/description");
})(window.danmarkskort);
