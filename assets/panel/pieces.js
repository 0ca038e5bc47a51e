/** Fetching finished pieces. Each is fetched once; a failed fetch is forgotten, so that it can be tried again. */
(function (dk) {
  "use strict";

  const fetched = new Map(); // promises by address

  async function fetchJson(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(address + ": " + answer.status);
    return answer.json();
  }

  /** The JSON at an address of this site, as a promise. */
  dk.fetchPiece = function (address) {
    if (!fetched.has(address)) {
      const piece = fetchJson(address);
      piece.catch(() => fetched.delete(address));
      fetched.set(address, piece);
    }
    return fetched.get(address);
  };

  /** The query string that asks for the edition of a view; nothing for the newest. */
  dk.editionQuery = (view) => (view.udgave ? "?udgave=" + view.udgave : "");

  /** Where the panel or comparison of a view is. */
  dk.placeAddress = function (view) {
    const root = dk.setup.rod;
    if (view.sammenlign) return root + "/sammenligning/" + view.kommune + "-" + view.sammenlign + ".json" + dk.editionQuery(view);
    return root + "/panel/" + (view.kommune || dk.setup.land) + ".json" + dk.editionQuery(view);
  };

  /** Where the map layer of a view is. */
  dk.layerAddress = (view) => dk.setup.rod + "/kort/" + view.tal + ".json" + dk.editionQuery(view);

  /** The address of the view that came with the page, and what plotly needs of it (components/screen/scripts.py). */
  dk.first = JSON.parse(document.getElementById("foerste").textContent);

  /** Classes and hover cards of the map layer at an address. */
  dk.layerAt = async function (address) {
    const isFirst = dk.first.lag.klasser && address === dk.layerAddress(dk.readView(dk.first.adresse));
    return isFirst ? dk.first.lag : dk.fetchPiece(address);
  };

  /** The trend of a view, as a figure for plotly. */
  dk.trendOf = async function (view) {
    const address = dk.placeAddress(view);
    const isFirst = dk.first.sted.udvikling && address === dk.placeAddress(dk.readView(dk.first.adresse));
    return (isFirst ? dk.first.sted : await dk.fetchPiece(address)).udvikling;
  };

  /** Fetch what an address will show, before anyone has asked for it. */
  dk.fetchAhead = function (search) {
    const view = dk.readView(search);
    if (dk.hasPair(view.kommune, view.sammenlign)) dk.fetchPiece(dk.placeAddress(view)).catch(() => {});
    if (dk.layerAddress(view) !== dk.shownLayer) dk.fetchPiece(dk.layerAddress(view)).catch(() => {});
  };

  dk.part("panel/pieces");
})(window.danmarkskort);
