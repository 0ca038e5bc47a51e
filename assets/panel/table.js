/** The table of all kommuner: sorting by either column, and the marks of the picked places. Python gave every row its places. */
(function (dk) {
  "use strict";

  const valgt = { kolonne: "navn", faldende: false };

  /** Sort the rows by the chosen column; rows carry their place in each order as data-navn and data-vaerdi. */
  function sorter() {
    const krop = document.querySelector("#tabel-plads tbody.raekker");
    if (!krop) return;
    const fortegn = valgt.faldende ? -1 : 1;
    const raekker = [...krop.rows].sort((en, anden) => fortegn * (en.dataset[valgt.kolonne] - anden.dataset[valgt.kolonne]));
    krop.append(...raekker);
    document.querySelectorAll("#tabel-plads [data-sorter]").forEach((knap) => {
      const orden = knap.dataset.sorter !== valgt.kolonne ? "none" : retning() ? "descending" : "ascending";
      knap.closest("th").setAttribute("aria-sort", orden);
    });
  }

  /** Whether values run downwards: the order "vaerdi" itself runs from the highest. */
  function retning() {
    return valgt.kolonne === "vaerdi" ? !valgt.faldende : valgt.faldende;
  }

  document.addEventListener("click", function (klik) {
    const knap = klik.target.closest && klik.target.closest("[data-sorter]");
    if (!knap) return;
    valgt.faldende = valgt.kolonne === knap.dataset.sorter ? !valgt.faldende : false;
    valgt.kolonne = knap.dataset.sorter;
    sorter();
  });

  /** Mark the rows of the address's places. */
  dk.markerTabel = function () {
    const visning = dk.tolk(window.location.search);
    document.querySelectorAll("#tabel-plads tr[data-kode]").forEach((raekke) => {
      const erA = raekke.dataset.kode === visning.kommune;
      const erB = raekke.dataset.kode === visning.sammenlign;
      raekke.classList.toggle("valgt-a", erA);
      raekke.classList.toggle("valgt-b", erB);
      const link = raekke.querySelector("a");
      if (erA || erB) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  };

  /** Put another indicator's table in place, in the reader's order and with the marks. */
  dk.visTabel = function (html) {
    document.getElementById("tabel-plads").innerHTML = html;
    sorter();
    dk.markerTabel();
  };
})((window.danmarkskort = window.danmarkskort || {}));
