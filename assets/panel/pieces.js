/** Fetching finished pieces. Each is fetched once; a failed fetch is forgotten, so that it can be tried again. */
(function (dk) {
  "use strict";

  const hentet = new Map();

  async function hentJson(sti) {
    const svar = await fetch(sti);
    if (!svar.ok) throw new Error(sti + ": " + svar.status);
    return svar.json();
  }

  /** The JSON at an address of this site, as a promise. */
  dk.hent = function (sti) {
    if (!hentet.has(sti)) {
      const loefte = hentJson(sti);
      loefte.catch(() => hentet.delete(sti));
      hentet.set(sti, loefte);
    }
    return hentet.get(sti);
  };

  /** The query string that asks for the edition of a view; nothing for the newest. */
  dk.udgaveDel = (visning) => (visning.udgave ? "?udgave=" + visning.udgave : "");

  /** Where the panel or comparison of a view is. */
  dk.panelSti = function (visning) {
    const udgave = dk.udgaveDel(visning);
    const rod = dk.opsaetning.rod;
    if (visning.sammenlign) return rod + "/sammenligning/" + visning.kommune + "-" + visning.sammenlign + ".json" + udgave;
    return rod + "/panel/" + (visning.kommune || dk.opsaetning.land) + ".json" + udgave;
  };

  /** Where the map layer of a view is. */
  dk.lagSti = function (visning) {
    return dk.opsaetning.rod + "/kort/" + visning.tal + ".json" + dk.udgaveDel(visning);
  };

  /** The view that came with the page, and what plotly needs of it (components/screen/scripts.py). */
  dk.foerste = JSON.parse(document.getElementById("foerste").textContent);

  /** Classes and hover cards of the map layer at an address. */
  dk.layerOf = async function (path) {
    const isFirst = dk.foerste.lag.klasser && path === dk.lagSti(dk.tolk(dk.foerste.adresse));
    return isFirst ? dk.foerste.lag : dk.hent(path);
  };

  /** The trend of a view, as a figure for plotly. */
  dk.trendOf = async function (visning) {
    const isFirst = dk.foerste.sted.udvikling && dk.panelSti(visning) === dk.panelSti(dk.tolk(dk.foerste.adresse));
    return isFirst ? dk.foerste.sted.udvikling : (await dk.hent(dk.panelSti(visning))).udvikling;
  };

  /** Fetch what an address will show, before anyone has asked for it. */
  dk.hentForud = function (search) {
    const visning = dk.tolk(search);
    if (dk.findesPar(visning.kommune, visning.sammenlign)) dk.hent(dk.panelSti(visning)).catch(() => {});
    if (dk.lagSti(visning) !== dk.vistLag) dk.hent(dk.lagSti(visning)).catch(() => {});
  };
})((window.danmarkskort = window.danmarkskort || {}));
