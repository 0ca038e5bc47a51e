/**
 * What a frame's address asks for besides the view (components/address/embed_options.py): panels, map, colour. The server has said it already;
 * where the pages lie as static files, every address gets the same page, and it is said here.
 */
(function (dk) {
  "use strict";

  const par = new URLSearchParams(window.location.search);
  const rod = document.documentElement;
  const ukendte = [];

  const navne = (par.get("paneler") || "").split(",").filter(Boolean);
  const kendte = dk.opsaetning.paneler.filter((noegle) => navne.includes(noegle));
  const kunKort = navne.length === 1 && navne[0] === "ingen";
  if (kunKort || kendte.length) rod.dataset.paneler = kendte.join(" ");
  if (!kunKort && navne.some((navn) => !dk.opsaetning.paneler.includes(navn))) ukendte.push("paneler");

  const kort = par.get("kort") || "ja";
  rod.dataset.kort = kort === "nej" && !kunKort ? "nej" : "ja";
  if (kort !== rod.dataset.kort) ukendte.push("kort");

  const farve = par.get("farve") || "tegl";
  const kendtFarve = dk.opsaetning.rammefarver.includes(farve);
  rod.dataset.farve = kendtFarve ? farve : "tegl";
  if (!kendtFarve) ukendte.push("farve");

  /** Parameters of the frame that were passed over; assets/screen/show.js tells of them with the view's. */
  dk.rammensOversete = ukendte;
})((window.danmarkskort = window.danmarkskort || {}));
