/**
 * The map as components/map/svg.py drew it: its colours, its titles and the marks of the picked places. A frame has no other map;
 * the page shows it until plotly's stands in its place (assets/map/plot.js).
 */
(function (dk) {
  "use strict";

  const rammer = () => document.querySelectorAll("svg.tegning .ramme");
  const findOmraade = (ramme, kode) => (kode ? ramme.querySelector('a[data-kode="' + kode + '"]') : null);

  /** Give the drawing another indicator's colours and titles. */
  dk.farvTegning = function (lag) {
    document.querySelectorAll("svg.tegning a[data-kode]").forEach((omraade) => {
      omraade.querySelector("path").setAttribute("fill", dk.opsaetning.farver.at(lag.klasser[omraade.dataset.kode]));
      omraade.querySelector("title").textContent = lag.kort[omraade.dataset.kode].join("\n");
    });
  };

  /** Move a mark to a place's area, or hide it in a frame that does not show the place. */
  function flyt(maerke, omraade) {
    const kode = omraade ? omraade.dataset.kode : "";
    if (maerke.dataset.staar === kode) return;
    maerke.dataset.staar = kode;
    maerke.setAttribute("display", omraade ? "inline" : "none");
    if (!omraade) return;
    const flade = omraade.querySelector("path").getAttribute("d");
    maerke.querySelectorAll("g:not(.skiltet) > path").forEach((omrids) => omrids.setAttribute("d", flade));
    const skilt = maerke.querySelector(".skiltet");
    skilt.setAttribute("display", omraade.dataset.skilt ? "inline" : "none");
    if (omraade.dataset.skilt) skilt.setAttribute("transform", "translate(" + omraade.dataset.skilt + ")");
  }

  /** Outline and letter for the places of a view. */
  dk.markerTegning = function (visning) {
    rammer().forEach((ramme) => {
      flyt(ramme.querySelector(".maerket--a"), findOmraade(ramme, visning.kommune));
      flyt(ramme.querySelector(".maerket--b"), findOmraade(ramme, visning.sammenlign));
    });
  };
})((window.danmarkskort = window.danmarkskort || {}));
