/**
 * What a frame's address asks for besides the view (components/address/embed_options.py): panels, map, colour. The server has said it
 * already; where the pages lie as static files, every address gets the same page, and it is said here.
 */
(function (dk) {
  "use strict";

  const asked = new URLSearchParams(window.location.search);
  const shown = document.documentElement.dataset; // what the style sheets look at
  const ignored = [];

  const former = dk.setup.tidligerePaneler; // frames on other pages may still name a panel by the key that it had
  const names = (asked.get("paneler") || "").split(",").filter(Boolean).map((name) => former[name] || name);
  const panels = dk.setup.paneler.filter((key) => names.includes(key));
  const isMapOnly = names.length === 1 && names[0] === "ingen";
  if (isMapOnly || panels.length) shown.paneler = panels.join(" ");
  if (!isMapOnly && names.some((name) => !dk.setup.paneler.includes(name))) ignored.push("paneler");

  const map = asked.get("kort") || "ja";
  shown.kort = map === "nej" && !isMapOnly ? "nej" : "ja";
  if (map !== shown.kort) ignored.push("kort");

  const colour = asked.get("farve") || "tegl";
  const isColour = dk.setup.rammefarver.includes(colour);
  shown.farve = isColour ? colour : "tegl";
  if (!isColour) ignored.push("farve");

  /** Parameters of the frame that were passed over; assets/screen/show.js tells of them with the view's. */
  dk.ignoredInFrame = ignored;

  dk.part("embed/frame");
})(window.danmarkskort);
