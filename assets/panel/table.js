/**
 * The table of all kommuner: fetched when the list is asked for, since it is a third of a page's elements and few open it; sorting by either
 * column, for which Python gave every row its places; the marks of the picked places.
 */
(function (dk) {
  "use strict";

  const LIST = "liste";

  const slot = document.getElementById("tabel-plads");
  let shown = slot.firstChild ? dk.layerAddress(dk.readView(dk.first.adresse)) : null; // address of the layer whose table stands there
  const order = { column: "navn", isReversed: false };

  /** Sort the rows by the chosen column; rows carry their place in each order as data-navn and data-vaerdi. */
  function sort() {
    const body = slot.querySelector("tbody.raekker");
    if (!body) return;
    const sign = order.isReversed ? -1 : 1;
    const rows = [...body.rows].sort((one, other) => sign * (one.dataset[order.column] - other.dataset[order.column]));
    body.append(...rows);
    slot.querySelectorAll("[data-sorter]").forEach((button) => {
      const direction = button.dataset.sorter !== order.column ? "none" : isDescending() ? "descending" : "ascending";
      button.closest("th").setAttribute("aria-sort", direction);
    });
  }

  /** Whether values run downwards: the order "vaerdi" itself runs from the highest. */
  function isDescending() {
    return order.column === "vaerdi" ? !order.isReversed : order.isReversed;
  }

  function sortByButton(click) {
    const button = click.target.closest && click.target.closest("[data-sorter]");
    if (!button) return;
    order.isReversed = order.column === button.dataset.sorter ? !order.isReversed : false;
    order.column = button.dataset.sorter;
    sort();
    dk.say(dk.setup.sorteret[order.column][isDescending() ? "descending" : "ascending"]);
  }

  /** Mark the rows of a view's places. */
  function mark(view) {
    slot.querySelectorAll("tr[data-kode]").forEach((row) => {
      const isA = row.dataset.kode === view.kommune;
      const isB = row.dataset.kode === view.sammenlign;
      row.classList.toggle("valgt-a", isA);
      row.classList.toggle("valgt-b", isB);
      const link = row.querySelector("a");
      if (isA || isB) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  }

  function put(html, address) {
    shown = address;
    dk.keepFocus(() => (slot.innerHTML = html)); // escaped in Python
    sort();
    mark(dk.currentView());
    dk.writeLinks();
  }

  /** In the list the table before stays until the next has come; elsewhere it would be of another indicator when the list is opened. */
  async function fill(view) {
    const address = dk.layerAddress(view);
    if (address === shown) return;
    if (view.vis !== LIST) {
      shown = null;
      slot.replaceChildren();
      return;
    }
    const isWanted = () => address === dk.layerAddress(dk.currentView());
    try {
      const layer = await dk.fetchPiece(address);
      if (isWanted() && address !== shown) put(layer.tabel, address);
    } catch (error) {
      if (isWanted()) put(dk.setup.hentefejl, null);
    }
  }

  /** Have the table of a view's indicator where the view is the list, and mark the view's places in it. */
  dk.showTable = function (view) {
    mark(view);
    fill(view);
  };

  /* The pointer on the tab fetches the table ahead. */
  const { fetchAhead } = dk;
  dk.fetchAhead = function (search) {
    fetchAhead(search);
    const view = dk.readView(search);
    if (view.vis === LIST) dk.fetchPiece(dk.layerAddress(view)).catch(() => {});
  };

  dk.part("panel/table", () => document.addEventListener("click", sortByButton));
})(window.danmarkskort);
