/**
 * The tile map, which is fetched when it is asked for: a tenth of the page's bytes, for a view that few open first. The piece is the same for
 * every indicator and place; colours, titles and marks are put on as on the map (assets/map/drawing.js).
 */
(function (dk) {
  "use strict";

  const TILES = "fliser";

  const slot = document.getElementById("fliser-plads");
  const addressOf = (view) => dk.setup.rod + "/fliser.json" + dk.editionQuery(view);

  async function show(view) {
    if (view.vis !== TILES || slot.querySelector("svg")) return;
    try {
      const piece = await dk.fetchPiece(addressOf(view));
      if (slot.querySelector("svg")) return;
      slot.innerHTML = piece.fliser; // escaped in Python
      dk.colourDrawing(await dk.layerAt(dk.layerAddress(view)));
      dk.markDrawing(dk.currentView());
    } catch (error) {
      slot.innerHTML = dk.setup.hentefejl;
    }
  }

  /* Whoever marks the drawn map marks the tiles; and the pointer on the tab fetches them ahead. */
  const { markDrawing, fetchAhead } = dk;
  dk.markDrawing = function (view) {
    markDrawing(view);
    show(view);
  };
  dk.fetchAhead = function (search) {
    fetchAhead(search);
    const view = dk.readView(search);
    if (view.vis === TILES) dk.fetchPiece(addressOf(view)).catch(() => {});
  };

  dk.part("map/tiles");
})(window.danmarkskort);
