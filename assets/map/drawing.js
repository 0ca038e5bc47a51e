/**
 * The map as components/map/svg.py drew it: its colours, its titles and the marks of the picked places. A frame has no other map;
 * the dashboard shows it until plotly's stands in its place (assets/map/plot.js).
 */
(function (dk) {
  "use strict";

  const findParts = () => document.querySelectorAll("svg.tegning .ramme"); // the country and its insets
  const findArea = (part, code) => (code ? part.querySelector('a[data-kode="' + code + '"]') : null);

  /* The cards of the kommuner that came with the page are the drawing's titles. */
  document.querySelectorAll("svg.tegning a[data-kode]").forEach(function (area) {
    dk.first.lag.kort[area.dataset.kode] = area.querySelector("title").textContent.split("\n");
  });

  /** Give the drawing another indicator's colours and titles. */
  dk.colourDrawing = function (layer) {
    document.querySelectorAll("svg.tegning a[data-kode]").forEach((area) => {
      area.querySelector("path").setAttribute("fill", dk.setup.farver.at(layer.klasser[area.dataset.kode]));
      area.querySelector("title").textContent = layer.kort[area.dataset.kode].join("\n");
    });
  };

  /** Move a mark to a place's area, or hide it in a part that does not show the place. */
  function move(mark, area) {
    const code = area ? area.dataset.kode : "";
    if (mark.dataset.staar === code) return;
    mark.dataset.staar = code;
    mark.setAttribute("display", area ? "inline" : "none");
    if (!area) return;
    const shape = area.querySelector("path").getAttribute("d");
    mark.querySelectorAll("g:not(.skiltet) > path").forEach((outline) => outline.setAttribute("d", shape));
    const sign = mark.querySelector(".skiltet");
    sign.setAttribute("display", area.dataset.skilt ? "inline" : "none");
    if (area.dataset.skilt) sign.setAttribute("transform", "translate(" + area.dataset.skilt + ")");
  }

  /** Outline and letter for the places of a view. */
  dk.markDrawing = function (view) {
    findParts().forEach((part) => {
      move(part.querySelector(".maerket--a"), findArea(part, view.kommune));
      move(part.querySelector(".maerket--b"), findArea(part, view.sammenlign));
    });
  };

  dk.part("map/drawing");
})(window.danmarkskort);
