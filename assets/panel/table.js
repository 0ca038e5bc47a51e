/** The table of all kommuner: sorting by either column, and the marks of the picked places. Python gave every row its places. */
(function (dk) {
  "use strict";

  const order = { column: "navn", isReversed: false };

  /** Sort the rows by the chosen column; rows carry their place in each order as data-navn and data-vaerdi. */
  function sort() {
    const body = document.querySelector("#tabel-plads tbody.raekker");
    if (!body) return;
    const sign = order.isReversed ? -1 : 1;
    const rows = [...body.rows].sort((one, other) => sign * (one.dataset[order.column] - other.dataset[order.column]));
    body.append(...rows);
    document.querySelectorAll("#tabel-plads [data-sorter]").forEach((button) => {
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

  /** Mark the rows of the address's places. */
  dk.markTable = function () {
    const view = dk.currentView();
    document.querySelectorAll("#tabel-plads tr[data-kode]").forEach((row) => {
      const isA = row.dataset.kode === view.kommune;
      const isB = row.dataset.kode === view.sammenlign;
      row.classList.toggle("valgt-a", isA);
      row.classList.toggle("valgt-b", isB);
      const link = row.querySelector("a");
      if (isA || isB) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  };

  /** Put another indicator's table in place, in the reader's order and with the marks. */
  dk.showTable = function (html) {
    document.getElementById("tabel-plads").innerHTML = html;
    sort();
    dk.markTable();
  };

  dk.part("panel/table", () => document.addEventListener("click", sortByButton));
})(window.danmarkskort);
