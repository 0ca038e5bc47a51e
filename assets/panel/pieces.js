/**
 * Fetching finished pieces. Each is fetched once; a failed fetch is forgotten, so that it can be tried again. What is fetched ahead is
 * also read into nodes ahead, so that the pick itself only has to put them in place.
 */
(function (dk) {
  "use strict";

  const HTML = ["hoved", "panel", "forslag"]; // what of a piece is finished HTML

  const fetched = new Map(); // promises by address
  let prepared = { piece: null, templates: new Map() }; // of the piece that was fetched ahead last
  const whenIdle = window.requestIdleCallback || ((task) => window.setTimeout(task, 50));

  /** Another edition has been taken up since the page came: it has other dots, another map and table, so the next pick asks for it whole. */
  dk.isOutdated = false;

  async function ask(address, how) {
    const answer = await fetch(address, how);
    if (!answer.ok) throw new Error(address + ": " + answer.status);
    return answer.json();
  }

  async function fetchJson(address) {
    const edition = new URLSearchParams(address.split("?")[1]).get("udgave") || dk.setup.udgaver[0];
    const isOther = (piece) => piece.fra && piece.fra !== edition; // borders are of none
    let piece = await ask(address);
    if (isOther(piece)) piece = await ask(address, { cache: "no-cache" }); // what the browser has kept may be older than the page
    if (!isOther(piece)) return piece;
    dk.isOutdated = true;
    throw new Error(address + " is of the edition " + piece.fra);
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

  function readHtml(html) {
    const template = document.createElement("template");
    template.innerHTML = html; // escaped in Python
    return template;
  }

  function prepare(piece) {
    if (prepared.piece !== piece) prepared = { piece, templates: new Map(HTML.map((name) => [name, readHtml(piece[name])])) };
  }

  /** The nodes of a piece's HTML. What was read ahead can be had once, for then it stands in the page. */
  dk.takeNodes = function (piece, name) {
    const isReady = prepared.piece === piece && prepared.templates.has(name);
    const template = isReady ? prepared.templates.get(name) : readHtml(piece[name]);
    if (isReady) prepared.templates.delete(name);
    if (!prepared.templates.size) prepared.piece = null;
    return template.content;
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
    if (dk.hasPair(view.kommune, view.sammenlign)) {
      const piece = dk.fetchPiece(dk.placeAddress(view));
      piece.then((found) => whenIdle(() => prepare(found))).catch(() => {});
    }
    if (dk.layerAddress(view) !== dk.shownLayer) dk.fetchPiece(dk.layerAddress(view)).catch(() => {});
  };

  dk.part("panel/pieces");
})(window.danmarkskort);
