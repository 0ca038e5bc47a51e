/**
 * What a frame's address asks for besides the view (components/address/embed_options.py): shape or panels, map, colour. The server has
 * said it already; where the pages lie as static files, every address gets the same page, and it is said here.
 */
(function (dk) {
  "use strict";

  const asked = new URLSearchParams(window.location.search);
  const valuesOf = (name) => asked.getAll(name).filter(Boolean);
  const valueOf = (name) => valuesOf(name).at(-1) || ""; // of several the last, as the server reads it
  const shown = document.documentElement.dataset; // what the style sheets look at
  const ignored = [];

  const isOwn = Boolean(valueOf("paneler") || valueOf("kort")); // chosen one by one, as before there were shapes
  const form = valueOf("form") || "begge";
  const shape = dk.setup.rammeformer[form] || dk.setup.rammeformer.begge;
  if (valueOf("form") && (isOwn || !dk.setup.rammeformer[form])) ignored.push("form");

  const former = dk.setup.tidligerePaneler; // frames on other pages may still name a panel by the key that it had
  const names = valuesOf("paneler").join(",").split(",").filter(Boolean).map((name) => former[name] || name);
  const panels = dk.setup.paneler.filter((key) => names.includes(key));
  const isMapOnly = names.length === 1 && names[0] === "ingen";
  if (!isMapOnly && names.some((name) => !dk.setup.paneler.includes(name))) ignored.push("paneler");

  const map = valueOf("kort") || "ja";
  const hasMap = !(map === "nej" && !isMapOnly);
  if (map !== (hasMap ? "ja" : "nej")) ignored.push("kort");

  if (isOwn) {
    if (shown.form) dk.first.adresse = null; // a static file has a shape's panels only: all of them are fetched
    delete shown.form;
    delete shown.paneler;
    if (isMapOnly || panels.length) shown.paneler = panels.join(" ");
    shown.kort = hasMap ? "ja" : "nej";
  } else {
    shown.form = dk.setup.rammeformer[form] ? form : "begge";
    shown.paneler = shape.paneler.join(" ");
    shown.kort = shape.kort ? "ja" : "nej";
  }

  const colour = valueOf("farve") || "tegl";
  const isColour = dk.setup.rammefarver.includes(colour);
  shown.farve = isColour ? colour : "tegl";
  if (!isColour) ignored.push("farve");

  /** Parameters of the frame that were passed over; assets/screen/show.js tells of them with the view's. */
  dk.ignoredInFrame = ignored;

  /** The source line follows the figure on the map, as the links do. */
  const writeLinks = dk.writeLinks;
  dk.writeLinks = function () {
    writeLinks();
    const content = shown.paneler === "" ? "kort" : shown.kort === "ja" ? "begge" : "tal";
    document.getElementById("rammekilde").textContent = dk.setup.rammekilder[content][dk.currentView().tal];
  };

  dk.part("embed/frame");
})(window.danmarkskort);
