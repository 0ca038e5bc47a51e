/**
 * Showing what the address has: fetches what Python built and puts it in place. Panels, table and legend are HTML; the map is
 * given to Dash when the page starts (components/callbacks.py) and restyled later.
 */
(function (dk) {
  "use strict";

  let seneste = 0; // of two quick picks the last one wins, whichever piece arrives first
  let vistLag = null; // the address of the map layer that is shown

  /** Put finished HTML (escaped in Python) into a slot. */
  function saet(id, html) {
    document.getElementById(id).innerHTML = html;
  }

  function saetTekst(id, tekst) {
    document.getElementById(id).textContent = tekst;
  }

  /** Mark the picked places wherever they stand: page, map, table, search fields, links. */
  function marker(visning) {
    document.body.dataset.a = visning.kommune || "";
    document.body.dataset.b = visning.sammenlign || "";
    dk.markerKort();
    dk.markerTabel();
    dk.skrivSoegefelter(visning);
    dk.skrivLinks();
  }

  /** Say that the panel could not be had, and take away what belongs to the place before. */
  function visFejl() {
    saet("panel-indhold", dk.opsaetning.hentefejl);
    saet("panel-forslag", "");
    saet("udgave", "");
    document.getElementById("panel-udvikling").hidden = true;
  }

  /** Panel or comparison, trend and notice of the address. */
  async function visSted() {
    const tur = ++seneste;
    const visning = dk.tolk(window.location.search);
    marker(visning);
    saetTekst("besked", visning.oversete.map((navn) => dk.opsaetning.beskeder[navn]).join(" "));
    let stykke;
    try {
      stykke = await dk.hent(dk.panelSti(visning));
    } catch (fejl) {
      if (tur === seneste) visFejl();
      return;
    }
    if (tur !== seneste) return;
    document.getElementById("panel-udvikling").hidden = false;
    document.title = (visning.kommune ? stykke.titel + " - " : "") + dk.opsaetning.sidetitel;
    saetTekst("oplaest", stykke.titel);
    saetTekst("til-tallene", visning.kommune ? stykke.genvej : "");
    saet("panel-indhold", stykke.panel);
    saet("panel-forslag", stykke.forslag);
    saet("udgave", stykke.udgave);
    saet("udvikling-streger", stykke.streger);
    dk.visUdvikling(stykke.udvikling);
  }

  /** Map, title, legend, source and table of the address's indicator; gives the layer, or null when it is shown already. */
  async function visTal() {
    const visning = dk.tolk(window.location.search);
    const sti = dk.lagSti(visning);
    if (sti === vistLag) return null;
    vistLag = sti;
    let lag;
    try {
      [lag] = await Promise.all([dk.hent(sti), dk.hent(dk.opsaetning.graenser)]);
    } catch (fejl) {
      vistLag = null;
      saet("kort-signatur", dk.opsaetning.hentefejl);
      return null;
    }
    if (sti !== vistLag) return null;
    dk.farvKort(lag);
    saetTekst("kort-titel", lag.titel);
    saet("kort-signatur", lag.signatur);
    saet("kort-kilde", lag.kilde);
    dk.visTabel(lag.tabel);
    saet("tabel-filer", lag.filer);
    dk.skrivLinks();
    return lag;
  }

  /** Show what the address has. A map that could not be had when the page started is given to Dash now. */
  dk.vis = async function () {
    visSted();
    const lag = await visTal();
    if (lag && !dk.kortElement()) window.dash_clientside.set_props("kort-plads", { children: await dk.bygKort(lag) });
  };

  /** Dash's only question, when the page starts: the map's component, or nothing where the pieces could not be fetched. */
  async function start() {
    visSted();
    dk.foelgUdvikling();
    const lag = await visTal();
    if (lag) return dk.bygKort(lag);
    dk.slipKort();
    return null;
  }

  window.dash_clientside = Object.assign(window.dash_clientside || {}, { danmarkskort: { start } });
})((window.danmarkskort = window.danmarkskort || {}));
