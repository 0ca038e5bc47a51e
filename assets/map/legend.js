/** The needles on the legend: where the picked places, the country and the kommune under the pointer stand. */
(function (dk) {
  "use strict";

  const make = (tag, className, text) => Object.assign(document.createElement(tag), { className, textContent: text || "" });

  const NEEDLES = [
    ["a", (view) => view.kommune],
    ["b", (view) => view.sammenlign],
    ["land", (view) => (view.sammenlign === dk.setup.land ? null : dk.setup.land)],
  ];

  /** Words and needles of the picked places, the country and the kommune under the pointer, as components/screen/sections.py writes them. */
  dk.placeNeedles = function (view, pointed = null) {
    const slot = document.getElementById("kort-naale");
    if (!slot) return;
    const wanted = NEEDLES.map(([letter, find]) => [letter, find(view)]);
    const isPicked = wanted.some(([, code]) => code === pointed);
    const shown = [...wanted, ["peget", isPicked ? null : pointed]].filter(([, code]) => code && code in dk.layer.naale);
    const words = make("p", "naaletekst");
    const needles = make("div", "naalespor");
    for (const [letter, code] of shown) {
      words.append(make("span", "naal-ord naal-ord--" + letter, dk.layer.kort[code].slice(0, 2).join(" ")), " ");
      const needle = make("span", "naal naal--" + letter);
      needle.style.left = dk.layer.naale[code] + "%";
      needles.append(needle);
    }
    slot.replaceChildren(words, needles);
  };

  dk.part("map/legend");
})(window.danmarkskort);
