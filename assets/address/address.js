/**
 * The address owns the state: what is picked stands in ?kommune=0326&sammenlign=0101&tal=almene_andel and nowhere else.
 * Reads it by the same rules as components/address/view.py; a browser test holds the two together.
 */
(function (dk) {
  "use strict";

  const PARAMETERS = ["kommune", "sammenlign", "tal", "udgave"];

  /** The set-up that components/screen/setup.py wrote into the page. */
  dk.opsaetning = JSON.parse(document.getElementById("opsaetning").textContent);

  /** Kommunekoder have four digits: "326" becomes "0326"; anything else stays as it is. */
  function normaliserKode(tekst) {
    return /^[0-9]{1,4}$/.test(tekst) ? tekst.padStart(4, "0") : tekst;
  }

  /** The parameters that have a value; of two equal ones the last. */
  function laesParametre(search) {
    const fundet = {};
    new URLSearchParams(search).forEach((vaerdi, navn) => {
      if (PARAMETERS.includes(navn) && vaerdi !== "") fundet[navn] = vaerdi;
    });
    return fundet;
  }

  /**
   * What an address asks for: {kommune, sammenlign, tal, udgave, oversete}. Unknown or contradictory parameters are passed over
   * and named in oversete.
   */
  dk.tolk = function (search) {
    const valg = dk.opsaetning;
    const spurgt = laesParametre(search);
    const kommune = normaliserKode(spurgt.kommune || "");
    const anden = normaliserKode(spurgt.sammenlign || "");
    const tal = spurgt.tal || "";
    const udgave = spurgt.udgave || "";
    const kendtA = valg.kommuner.includes(kommune);
    const kendtB = kendtA && anden !== kommune && (valg.kommuner.includes(anden) || valg.omraader.includes(anden));
    const kendtTal = valg.tal.includes(tal);
    const kendtUdgave = valg.udgaver.includes(udgave);
    const oversete = [["kommune", kommune, kendtA], ["sammenlign", anden, kendtB], ["tal", tal, kendtTal], ["udgave", udgave, kendtUdgave]]
      .filter(([, givet, kendt]) => givet && !kendt)
      .map(([navn]) => navn);
    return {
      kommune: kendtA ? kommune : null,
      sammenlign: kendtB ? anden : null,
      tal: kendtTal ? tal : valg.tal[0],
      udgave: kendtUdgave ? udgave : null,
      oversete,
    };
  };

  /** Whether a comparison can be had: where the pages lie as static files, only some have been written. */
  dk.findesPar = (kommune, anden) => !kommune || !anden || !dk.opsaetning.par || dk.opsaetning.par.includes(kommune + "-" + anden);

  /** The query string of a view; what is default is left out. */
  dk.skrivAdresse = function (visning) {
    const par = new URLSearchParams();
    if (visning.kommune) par.set("kommune", visning.kommune);
    if (visning.kommune && visning.sammenlign && visning.sammenlign !== visning.kommune) par.set("sammenlign", visning.sammenlign);
    if (visning.tal && visning.tal !== dk.opsaetning.tal[0]) par.set("tal", visning.tal);
    if (visning.udgave) par.set("udgave", visning.udgave);
    return par.size ? "?" + par.toString() : "";
  };

  /** The query string that a link within the page leads to: its parameters change, the others stay as they are. */
  dk.flet = function (aendring) {
    const visning = dk.tolk(window.location.search);
    new URLSearchParams(aendring).forEach((vaerdi, navn) => {
      if (PARAMETERS.includes(navn)) visning[navn] = normaliserKode(vaerdi);
    });
    return dk.skrivAdresse(visning);
  };

  /** A view's query string with what a frame's address has besides: its panels, its colour (components/address/embed_options.py). */
  function medRammensEgne(search) {
    const par = new URLSearchParams(search);
    new URLSearchParams(window.location.search).forEach((vaerdi, navn) => {
      if (dk.opsaetning.rammens.includes(navn)) par.append(navn, vaerdi);
    });
    return par.size ? "?" + par.toString() : "";
  }

  /**
   * Go to another view. Nothing happens, and no step is added to the history, when it is the one that is shown. In a frame no step
   * is added at all: the host page's Back must lead out of the host page.
   */
  dk.gaaTil = function (aendring) {
    const search = medRammensEgne(dk.flet(aendring));
    if (search === window.location.search) return;
    const adresse = window.location.pathname + search;
    if (window.parent === window) window.history.pushState(null, "", adresse);
    else window.history.replaceState(null, "", adresse);
    dk.vis();
  };

  window.addEventListener("popstate", () => dk.vis());

  /** The link that an event came from, if it leads to a view of this page. */
  function findLink(haendelse) {
    const link = haendelse.target.closest && haendelse.target.closest("a[href^='?'], a[data-led], a[data-kode]");
    return link || null;
  }

  /** What a link changes. Links that came with the page have a whole address, for readers without scripts, and this beside it. */
  function aendringAf(link) {
    if (link.dataset.kode) return "?kommune=" + link.dataset.kode;
    return link.dataset.led || link.getAttribute("href");
  }

  document.addEventListener("click", function (klik) {
    const link = findLink(klik);
    if (!link || klik.button !== 0 || klik.metaKey || klik.ctrlKey || klik.shiftKey || klik.altKey) return;
    klik.preventDefault();
    if (link.classList.contains("proev-igen")) dk.vis();
    else dk.gaaTil(aendringAf(link));
  });

  // Where a pointer or the focus goes, a click may follow: the piece is fetched ahead, so that the click needs no network.
  for (const slags of ["pointerover", "focusin"]) {
    document.addEventListener(slags, function (haendelse) {
      const link = findLink(haendelse);
      if (link) dk.hentForud(dk.flet(aendringAf(link)));
    });
  }
})((window.danmarkskort = window.danmarkskort || {}));
