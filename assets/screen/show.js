/**
 * Showing what the address has. The page comes from the server with a view in it; what is picked later is fetched and put in place
 * here. Panels, table and legend are HTML; the map is given to Dash when the page starts (components/dashboard/callbacks.py) and restyled later.
 */
(function (dk) {
  "use strict";

  let kortMangler = false; // whether Dash asked for the map and got none
  let seneste = 0; // of two quick picks the last one wins, whichever piece arrives first
  let udlaegning = 0; // the timer that lays out the rest of the page
  const RO = 1000; // milliseconds after a pick

  /** The address of the map layer that is shown, and the layer. */
  dk.vistLag = null;
  dk.lag = null;

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
    if (dk.markerKort) dk.markerKort();
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

  function visStykke(visning, stykke) {
    if (dk.kortTegnet) laegUdSenere(); // a frame lays out everything: its height is measured
    document.getElementById("panel-udvikling").hidden = false;
    document.title = (visning.kommune ? stykke.titel + " - " : "") + dk.opsaetning.sidetitel;
    saetTekst("oplaest", stykke.titel);
    saetTekst("til-tallene", visning.kommune ? stykke.genvej : "");
    saet("panel-indhold", stykke.panel);
    saet("panel-forslag", stykke.forslag);
    saet("udgave", stykke.udgave);
    saet("udvikling-streger", stykke.streger);
    if (dk.visUdvikling) dk.visUdvikling(stykke);
    else saet("udvikling-plads", stykke.tegnet);
    dk.maalHoejde();
  }

  /** Panel or comparison, trend and notice of the address. */
  async function visSted() {
    const tur = ++seneste;
    const visning = dk.tolk(window.location.search);
    marker(visning);
    sigOversete(visning);
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
    dk.lag = lag;
    dk.farvTegning(lag);
    if (dk.farvKort) dk.farvKort(lag);
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

  /** Show what the address has. A map that could not be had when the page started is given to Dash now. */
  dk.vis = async function () {
    visSted();
    await visTal();
    if (!kortMangler || !dk.lag) return;
    kortMangler = false;
    window.dash_clientside.set_props("kort-plads", { children: await start() });
  };

  /**
   * When the page starts: what came with it is shown already, if it is what the address has. (A static file has the view of an
   * address without parameters.)
   */
  async function begynd() {
    const foerste = JSON.parse(document.getElementById("foerste").textContent);
    const visning = dk.tolk(window.location.search);
    if (dk.skrivAdresse(visning) !== foerste.adresse) {
      visSted();
      return visTal();
    }
    marker(visning);
    sigOversete(visning);
    dk.vistLag = dk.lagSti(visning);
    dk.lag = foerste.lag;
    if (dk.visUdvikling) dk.visUdvikling(foerste.sted);
    return undefined;
  }
  const begyndt = begynd();
  if (dk.kortTegnet) dk.kortTegnet.then(laegUdSenere);

  /** Dash's only question, when the page starts: the map's component, or nothing where the pieces could not be fetched. */
  async function start() {
    await begyndt;
    try {
      if (dk.lag) return await dk.bygKort();
    } catch (fejl) {
      dk.slipKort(); // the borders could not be fetched: the drawing stays, and the next pick tries again
    }
    kortMangler = true;
    return null;
  }

  window.dash_clientside = Object.assign(window.dash_clientside || {}, { danmarkskort: { start } });
})((window.danmarkskort = window.danmarkskort || {}));
