/**
 * The address owns the state: what is picked stands in ?kommune=0326&sammenlign=0101&tal=almene_andel and nowhere else.
 * Reads it by the same rules as components/address/view.py; a browser test holds the two together. A view is what an address asks for:
 * its keys are the address's own parameters, which are Danish as readers see them.
 */
(function (dk) {
  "use strict";

  const PARAMETERS = ["kommune", "sammenlign", "tal", "udgave", "emne", "vis"];
  const SHOWN = ["liste", "fliser"];

  /** The set-up that components/screen/setup.py wrote into the page. */
  dk.setup = JSON.parse(document.getElementById("opsaetning").textContent);

  /* Whoever compares is offered the kommuner as well: they stand in the page once. The fields come in the order of their parameters; what has
     no code can't be chosen. */
  const { valg, gruppe } = dk.setup;
  valg["vaelg-sammenligning"].unshift(...valg["vaelg-kommune"].map((one) => ({ ...one, gruppe })));
  Object.values(valg).forEach((options, field) => {
    options.forEach((one) => (one.adresse = one.kode && "?" + PARAMETERS[field] + "=" + one.kode));
  });

  /** Kommunekoder have four digits: "326" becomes "0326"; anything else stays as it is. */
  function normaliseCode(text) {
    return /^[0-9]{1,4}$/.test(text) ? text.padStart(4, "0") : text;
  }

  /** The parameters that have a value; of two equal ones the last. */
  function readParameters(search) {
    const found = {};
    new URLSearchParams(search).forEach((value, name) => {
      if (PARAMETERS.includes(name) && value !== "") found[name] = value;
    });
    return found;
  }

  /**
   * The view that an address asks for: {kommune, sammenlign, tal, udgave, emne, vis, told}; emne has the keys of the open topics, parted by
   * commas. Unknown or contradictory parameters are passed over and
   * named in told; so is the code of a region in whose place stands the one that it has become part of.
   */
  dk.readView = function (search) {
    const known = dk.setup;
    const asked = readParameters(search);
    const kommune = normaliseCode(asked.kommune || "");
    const indicator = asked.tal || "";
    const edition = asked.udgave || "";
    const isEdition = known.udgaver.includes(edition);
    const written = normaliseCode(asked.sammenlign || "");
    const moved = known.flyttet[isEdition ? edition : ""] || {}; // regioner that have become part of another
    const other = moved[written] || written;
    const isKommune = known.kommuner.includes(kommune);
    const isOther = isKommune && other !== kommune && (known.kommuner.includes(other) || known.omraader.includes(other));
    const isIndicator = known.tal.includes(indicator);
    const opened = (asked.emne || "").split(",");
    const topics = known.emner.filter((key) => opened.includes(key)).join(",");
    const shown = asked.vis || "";
    const read = {
      kommune: [kommune, isKommune],
      sammenlign: [other, isOther],
      tal: [indicator, isIndicator],
      udgave: [edition, isEdition],
      emne: [opened.join(""), opened.every((key) => known.emner.includes(key))],
      vis: [shown, SHOWN.includes(shown)],
    };
    const told = PARAMETERS.filter((name) => read[name][0] && !read[name][1]);
    if (isOther && other !== written) told.push(written);
    return {
      kommune: isKommune ? kommune : null,
      sammenlign: isOther ? other : null,
      tal: isIndicator ? indicator : known.tal[0],
      udgave: isEdition ? edition : null,
      emne: topics,
      vis: SHOWN.includes(shown) ? shown : "",
      told,
    };
  };

  /** The view of the page's own address. */
  dk.currentView = () => dk.readView(window.location.search);

  /** Whether a comparison can be had: where the pages lie as static files, only some have been written. */
  dk.hasPair = (kommune, other) => !kommune || !other || !dk.setup.par || dk.setup.par.includes(kommune + "-" + other);

  /** The query string of a view; what is default is left out. */
  dk.writeQuery = function (view) {
    const query = new URLSearchParams();
    if (view.kommune) query.set("kommune", view.kommune);
    if (view.kommune && view.sammenlign && view.sammenlign !== view.kommune) query.set("sammenlign", view.sammenlign);
    if (view.tal && view.tal !== dk.setup.tal[0]) query.set("tal", view.tal);
    if (view.udgave) query.set("udgave", view.udgave);
    if (view.emne) query.set("emne", view.emne);
    if (view.vis) query.set("vis", view.vis);
    return query.size ? "?" + query.toString().replaceAll("%2C", ",") : "";
  };

  /** The query string that a link within the page leads to: its parameters change, the others stay as they are. */
  dk.applyLink = function (change) {
    const view = dk.currentView();
    new URLSearchParams(change).forEach((value, name) => {
      if (PARAMETERS.includes(name)) view[name] = normaliseCode(value);
    });
    return dk.writeQuery(view);
  };

  /** A view's query string with what a frame's address has besides: its panels, its colour (components/address/embed_options.py). */
  function withFrameParameters(search) {
    const query = new URLSearchParams(search);
    new URLSearchParams(window.location.search).forEach((value, name) => {
      if (dk.setup.rammens.includes(name)) query.append(name, value);
    });
    return query.size ? "?" + query.toString().replaceAll("%2C", ",") : "";
  }

  /**
   * Go to another view. Nothing happens, and no step is added to the history, when it is the one that is shown. In a frame no step
   * is added at all: the host page's Back must lead out of the host page.
   */
  dk.goTo = function (change) {
    const search = withFrameParameters(dk.applyLink(change));
    if (search === window.location.search) return;
    if (dk.readView(search).udgave !== dk.currentView().udgave) leaveFor(window.location.pathname + search);
    else if (writeAddress(window.location.pathname + search)) show();
  };

  /** Another edition is another page: it has dots and lines of its own. In a frame it takes no step in the history either. */
  function leaveFor(address) {
    window.location[window.parent === window ? "assign" : "replace"](address);
  }

  /** Write what has been opened or closed on the page into its address; that is no step in the history. */
  dk.note = function (change) {
    const search = withFrameParameters(dk.applyLink(change));
    if (search === window.location.search) return;
    try {
      window.history.replaceState(null, "", window.location.pathname + search + window.location.hash);
    } catch (error) {
      // the browser allows no script to: the card is open all the same
    }
  };

  /** Write the address; where the browser allows no script to (a sandbox, too many steps in a short time) it is gone to, as by a link. */
  function writeAddress(address) {
    const isFramed = window.parent !== window;
    try {
      window.history[isFramed ? "replaceState" : "pushState"](null, "", address);
      return true;
    } catch (error) {
      window.location[isFramed ? "replace" : "assign"](address + window.location.hash);
      return false;
    }
  }

  /** Show what the address has; where that fails the page is asked for whole, so that address and figures never disagree. */
  function show() {
    if (dk.isOutdated) return void window.location.reload();
    try {
      dk.show();
    } catch (error) {
      window.location.reload();
      throw error;
    }
  }

  /** The link that an event came from, if it leads to a view of this page. */
  function findLink(event) {
    const link = event.target.closest && event.target.closest("a[href^='?'], a[data-led], a[data-kode]");
    return link || null;
  }

  /** What a link changes. Links that came with the page have a whole address, for readers without scripts, and this beside it. */
  function changeOf(link) {
    if (link.dataset.kode) return "?kommune=" + link.dataset.kode;
    return link.dataset.led || link.getAttribute("href");
  }

  function follow(click) {
    const link = findLink(click);
    if (!link || click.button !== 0 || click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) return;
    click.preventDefault();
    if (link.classList.contains("proev-igen")) show();
    else dk.goTo(changeOf(link));
    if (link.classList.contains("vis-paa-kort")) dk.leadTo(document.getElementById("kortside"));
  }

  /** Where a pointer or the focus goes, a click may follow: the piece is fetched ahead, so that the click needs no network. */
  function fetchAhead(event) {
    const link = findLink(event);
    if (link) dk.fetchAhead(dk.applyLink(changeOf(link)));
  }

  /** Take over the links and Back. */
  function start() {
    window.addEventListener("popstate", show);
    document.addEventListener("pointerover", fetchAhead);
    document.addEventListener("focusin", fetchAhead);
    document.addEventListener("click", follow);
  }

  dk.part("address/address", start);
})(window.danmarkskort);
