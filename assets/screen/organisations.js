/**
 * The housing organisations in the search for a kommune: "Lejerbo" finds the kommuner where it has homes. Which they are is fetched when
 * somebody begins to search, once for each edition; until then, and where it can't be had, kommuner are found as ever.
 */
(function (dk) {
  "use strict";

  const SHORTEST = 2; // letters: with fewer everything would be found
  const MOST = 40; // options

  const words = dk.setup.organisationer; // null: there is no list
  const known = new Map(); // by edition: the options; none until they have come

  function buildOption(name, code) {
    const kommune = dk.setup.valg["vaelg-kommune"].find((option) => option.kode === code).navn;
    const where = words.hvor[code] || words.hvor.andre.replace("{sted}", kommune);
    const sought = (name + " " + kommune).toLowerCase();
    return { navn: name + " " + where, soeg: sought, gruppe: words.gruppe, adresse: "?kommune=" + code, kode: "", organisation: name };
  }

  /** Have the organisations fetched; ``then`` is called when they have come. */
  dk.fetchOrganisations = function (then) {
    const edition = dk.currentView().udgave;
    if (!words || known.has(edition)) return;
    known.set(edition, []);
    fetch(dk.setup.rod + "/boligorganisationer.json" + (edition ? "?udgave=" + edition : ""))
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
      .then((listed) => {
        known.set(
          edition,
          listed.flatMap(([name, codes]) => codes.map((code) => buildOption(name, code))),
        );
        then();
      })
      .catch(() => known.delete(edition)); // asked for again at the next search
  };

  let sought = ""; // the organisation that was picked in the search

  /** Mark the organisation that was picked, and unfold the list where it stands among those that are folded away. */
  dk.showSought = function () {
    for (const item of document.querySelectorAll("#boligorganisationer li")) {
      const isSought = sought !== "" && item.querySelector("strong").textContent === sought;
      item.classList.toggle("soegt", isSought);
      for (let fold = isSought ? item : null; fold; fold = fold.parentElement) if (fold.tagName === "DETAILS") fold.open = true;
    }
  };

  /** An organisation was picked, or with "" something else. */
  dk.seekOrganisation = function (name) {
    sought = name;
    dk.showSought();
  };

  /** The organisations that fit what is typed; of many the first, and how many more there are. */
  dk.findOrganisations = function (typed) {
    const options = known.get(dk.currentView().udgave) || [];
    const found = dk.fold(typed).length < SHORTEST ? [] : dk.search(options, typed);
    if (found.length <= MOST) return found;
    const rest = dk.setup.forslag.skjulte.replace("{antal}", found.length - MOST);
    return [...found.slice(0, MOST), { navn: rest, soeg: "", gruppe: words.gruppe, adresse: "", kode: "" }];
  };

  dk.part("screen/organisations");
})(window.danmarkskort);
