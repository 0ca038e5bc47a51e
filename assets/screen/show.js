/**
 * Showing what the address has. The page comes from the server with a view in it; what is picked later is fetched and put in place
 * here. Panels, table and legend are HTML; Dash is told of the view and follows with its graphs (assets/dashboard/callbacks.js).
 */
(function (dk) {
  "use strict";

  let seneste = 0; // of two quick picks the last one wins, whichever piece arrives first
  let udlaegning = 0; // the timer that lays out the rest of the page
  const RO = 1000; // milliseconds after a pick

  /** The address of the map layer that is shown. */
  dk.vistLag = null;

  /** Put finished HTML (escaped in Python) into a slot; a frame does not have them all. */
  function saet(id, html) {
    const plads = document.getElementById(id);
    if (plads) plads.innerHTML = html;
  }

  function saetTekst(id, tekst) {
    const plads = document.getElementById(id);
    if (plads) plads.textContent = tekst;
  }

  /** Mark the picked places wherever they stand: page, map, table, search fields, links. */
  function marker(visning) {
    document.body.dataset.a = visning.kommune || "";
    document.body.dataset.b = visning.sammenlign || "";
    dk.markerTegning(visning);
    if (dk.markerTabel) dk.markerTabel();
    dk.skrivSoegefelter(visning);
    dk.skrivLinks();
  }

  /** Tell what was passed over in the address. */
  function sigOversete(visning) {
    saetTekst("besked", visning.oversete.concat(dk.rammensOversete || []).map((navn) => dk.opsaetning.beskeder[navn]).join(" "));
  }

  /** Say that the panel could not be had, and take away what belongs to the place before. */
  function visFejl(besked) {
    vistStykke = null;
    saet("panel-indhold", besked);
    saet("panel-forslag", "");
    saet("udgave", "");
    document.getElementById("panel-udvikling").hidden = true;
  }

  /** What is out of sight waits until a pick is done with; then it is laid out as well, and the page has its right length. */
  function laegUdSenere() {
    const side = document.getElementById("side");
    side.classList.remove("lagt-ud");
    clearTimeout(udlaegning);
    udlaegning = setTimeout(() => side.classList.add("lagt-ud"), RO);
  }

  let vistStykke = null; // the panel or comparison that is shown

  function visStykke(visning, stykke) {
    if (stykke === vistStykke) return;
    vistStykke = stykke;
    if (dk.mapSettled) laegUdSenere(); // a frame lays out everything: its height is measured
    document.getElementById("panel-udvikling").hidden = false;
    document.title = (visning.kommune ? stykke.titel + " - " : "") + dk.opsaetning.sidetitel;
    saetTekst("oplaest", stykke.titel);
    saetTekst("til-tallene", visning.kommune ? stykke.genvej : "");
    saet("panel-indhold", stykke.panel);
    saet("panel-forslag", stykke.forslag);
    saet("udgave", stykke.udgave);
    saet("udvikling-streger", stykke.streger);
    document.querySelector("#udvikling-plads > svg").outerHTML = stykke.tegnet; // beside it stands plotly's, where Dash has put it
    dk.maalHoejde();
  }

  /** Panel or comparison, trend and notice of the address. */
  async function visSted(visning) {
    const tur = ++seneste;
    if (!dk.findesPar(visning.kommune, visning.sammenlign)) {
      visFejl(dk.opsaetning.ubygget);
      return;
    }
    let stykke;
    try {
      stykke = await dk.hent(dk.panelSti(visning));
    } catch (fejl) {
      if (tur === seneste) visFejl(dk.opsaetning.hentefejl);
      return;
    }
    if (tur === seneste) visStykke(visning, stykke);
  }

  function visLag(lag) {
    dk.farvTegning(lag);
    saetTekst("kort-titel", lag.titel);
    saet("kort-signatur", lag.signatur);
    saet("kort-kilde", lag.kilde);
    if (dk.visTabel) dk.visTabel(lag.tabel);
    saet("tabel-filer", lag.filer);
    dk.skrivLinks();
    dk.maalHoejde();
  }

  /** Map, title, legend, source and table of the address's indicator, unless they are shown already. */
  async function visTal() {
    const sti = dk.lagSti(dk.tolk(window.location.search));
    if (sti === dk.vistLag) return;
    dk.vistLag = sti;
    try {
      const lag = await dk.hent(sti);
      if (sti === dk.vistLag) visLag(lag);
    } catch (fejl) {
      dk.vistLag = null;
      saet("kort-signatur", dk.opsaetning.hentefejl);
    }
  }

  /** Show what the address has: the page first, then Dash's graphs. */
  dk.vis = function () {
    const visning = dk.tolk(window.location.search);
    marker(visning);
    sigOversete(visning);
    visSted(visning);
    visTal();
    if (dk.tellDash) dk.tellDash();
  };

  /** Show what a click on plotly's map will lead to, ahead of the pick: outline and panel. */
  dk.showAhead = function (search) {
    const visning = dk.tolk(search);
    dk.markMap(visning);
    visSted(visning);
  };

  /**
   * When the page starts: what came with it is shown already, if it is what the address has. (A static file has the view of an
   * address without parameters.)
   */
  function begynd() {
    const visning = dk.tolk(window.location.search);
    marker(visning);
    sigOversete(visning);
    if (dk.skrivAdresse(visning) !== dk.foerste.adresse) {
      visSted(visning);
      visTal();
      return;
    }
    dk.vistLag = dk.lagSti(visning);
  }
  begynd();
  if (dk.mapSettled) dk.mapSettled.then(laegUdSenere);
})((window.danmarkskort = window.danmarkskort || {}));
