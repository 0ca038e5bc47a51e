/**
 * Showing what the address has. The page comes from the server with a view in it; what is picked later is fetched and put in place
 * here. Panels, table and legend are HTML; Dash is told of the view and follows with its graphs (assets/dashboard/callbacks.js).
 */
(function (dk) {
  "use strict";

  let isAsked = false; // for another view than the page came with: from then on what is shown is also said
  let latest = 0; // of two quick picks the last one wins, whichever piece arrives first
  let isComparison = document.getElementById("panel-udvikling").open; // that is shown
  let shownPiece = null; // the panel or comparison, unless it came with the page

  /** The address of the map layer that is shown, and the layer itself: classes, hover cards, needles. */
  dk.shownLayer = null;
  dk.layer = dk.first.lag;

  /** Put finished HTML (escaped in Python) into a slot; a frame does not have them all. */
  function put(id, html) {
    const slot = document.getElementById(id);
    if (slot) slot.innerHTML = html;
  }

  function putNodes(id, nodes) {
    const slot = document.getElementById(id);
    if (slot) slot.replaceChildren(nodes);
  }

  function putText(id, text) {
    const slot = document.getElementById(id);
    if (slot) slot.textContent = text;
  }

  /** Mark the picked places wherever they stand in the page: colours, drawn map, table, search fields, links. */
  const markPage = (view) => dk.keepFocus(() => mark(view));

  function mark(view) {
    document.body.dataset.a = view.kommune || "";
    document.body.dataset.b = view.sammenlign || "";
    dk.markDrawing(view);
    if (dk.describePlaces) dk.describePlaces(view);
    document.body.dataset.vis = view.vis;
    if (dk.showTable) dk.showTable(view);
    document.querySelectorAll("a.fane").forEach((tab) => {
      if ((tab.dataset.led || "").endsWith("vis=" + view.vis)) tab.setAttribute("aria-current", "true");
      else tab.removeAttribute("aria-current");
    });
    openTopics(view);
    dk.placeNeedles(view);
    dk.writePickers(view);
    dk.writeLinks();
  }

  const findTopics = () => [...document.querySelectorAll("details[data-emne]")];

  /** Open the topics that the address names, and close the others. */
  function openTopics(view) {
    const opened = view.emne.split(",");
    findTopics().forEach((topic) => (topic.open = opened.includes(topic.dataset.emne)));
  }

  /** A card was opened or closed: the address says so. Those of a place without the topic stay as they were. */
  function noteTopics(toggled) {
    if (!toggled.target.dataset || !toggled.target.dataset.emne) return;
    const topics = findTopics();
    const others = dk.currentView().emne.split(",").filter((key) => !topics.some((topic) => topic.dataset.emne === key));
    const opened = topics.filter((topic) => topic.open).map((topic) => topic.dataset.emne);
    dk.note("?emne=" + [...others, ...opened].filter(Boolean).join(","));
    dk.measureHeight();
  }

  /** What was passed over in the address, and what stands in its place. */
  const listNotices = (view) => view.told.concat(dk.ignoredInFrame || []).map((name) => dk.setup.beskeder[name]);

  const tellNotices = (view) => putText("besked", listNotices(view).join(" "));

  /** Say that the panel could not be had, and take away what belongs to the place before. */
  function showFailure(html) {
    shownPiece = null;
    dk.keepFocus(function () {
      dk.parkField();
      put("panel-hoved", html);
      put("panel-indhold", "");
      put("panel-forslag", "");
      put("udgave", "");
      document.getElementById("panel-udvikling").hidden = true;
    });
  }

  function putPiece(view, piece) {
    const trend = document.getElementById("panel-udvikling");
    trend.hidden = false;
    if (isComparison !== Boolean(view.sammenlign)) trend.open = !isComparison; // else the reader's own choice stays
    isComparison = Boolean(view.sammenlign);
    document.title = (view.kommune ? piece.titel + " - " : "") + dk.setup.sidetitel;
    dk.parkField();
    putNodes("panel-hoved", dk.takeNodes(piece, "hoved"));
    putNodes("panel-indhold", dk.takeNodes(piece, "panel"));
    dk.placeField(view);
    openTopics(view);
    putNodes("panel-forslag", dk.takeNodes(piece, "forslag"));
    dk.showSought();
    put("udgave", piece.udgave);
    put("udvikling-streger", piece.streger);
    document.querySelector("#udvikling-plads > svg").outerHTML = piece.tegnet; // beside it stands plotly's, where Dash has put it
  }

  function showPiece(view, piece) {
    if (piece === shownPiece) return;
    shownPiece = piece;
    dk.keepFocus(() => putPiece(view, piece));
    if (isAsked) dk.say([piece.oplaest, ...listNotices(view)].join(" "));
    dk.measureHeight();
  }

  /**
   * Whether the page is asked for whole, since what was picked is of another edition. Not for what an address had from the start: where a
   * host has files of two editions that would have no end.
   */
  function asksAnew() {
    if (dk.isOutdated && isAsked) window.location.reload();
    return dk.isOutdated && isAsked;
  }

  /** Panel or comparison, and drawn trend, of a view. */
  async function showPlace(view) {
    const turn = ++latest;
    if (!dk.hasPair(view.kommune, view.sammenlign)) {
      showFailure(dk.setup.ubygget);
      return;
    }
    try {
      const piece = await dk.fetchPiece(dk.placeAddress(view));
      if (turn === latest) showPiece(view, piece);
    } catch (error) {
      if (turn === latest && !asksAnew()) showFailure(dk.setup.hentefejl);
    }
  }

  function showLayer(layer) {
    dk.layer = layer;
    dk.keepFocus(() => putLayer(layer));
    if (isAsked) dk.say(layer.titel + ". " + layer.undertitel);
    dk.measureHeight();
  }

  function putLayer(layer) {
    dk.colourDrawing(layer);
    putText("kort-titel", layer.titel);
    putText("kort-undertitel", layer.undertitel);
    dk.placeNeedles(dk.currentView());
    put("kort-signatur", layer.signatur);
    put("kort-beskrivelse", layer.beskrivelse);
    if (dk.describePlaces) dk.describePlaces(dk.currentView());
    put("kort-kilde", layer.kilde);
    put("tabel-filer", layer.filer);
    dk.writeLinks();
  }

  /** Drawn map, title, legend, source and table of a view's indicator, unless they are shown already. */
  async function showIndicator(view) {
    const address = dk.layerAddress(view);
    if (address === dk.shownLayer) return;
    dk.shownLayer = address;
    try {
      const layer = await dk.fetchPiece(address);
      if (address === dk.shownLayer) showLayer(layer);
    } catch (error) {
      if (address !== dk.shownLayer || asksAnew()) return; // another has been asked for meanwhile
      dk.shownLayer = null;
      for (const id of ["kort-titel", "kort-undertitel", "kort-naale", "kort-steder", "kort-beskrivelse", "kort-kilde", "tabel-filer"]) put(id, ""); // they are of another indicator
      put("kort-signatur", dk.setup.hentefejl);
    }
  }

  /** Show what the address has: the page first, then Dash's graphs. */
  dk.show = function () {
    isAsked = true;
    const view = dk.currentView();
    markPage(view);
    tellNotices(view);
    showPlace(view);
    showIndicator(view);
    if (dk.tellDash) dk.tellDash();
  };

  /** Show what a click on plotly's map will lead to, ahead of the pick: outline and panel. */
  dk.showAhead = function (search) {
    isAsked = true;
    const view = dk.readView(search);
    dk.markMap(view);
    showPlace(view);
  };

  /**
   * When the page starts: what came with it is shown already, if it is what the address has. (A static file has the view of an
   * address without parameters.)
   */
  function begin() {
    const view = dk.currentView();
    document.addEventListener("toggle", noteTopics, true);
    markPage(view);
    tellNotices(view);
    if (dk.writeQuery(view) === dk.first.adresse) {
      dk.shownLayer = dk.layerAddress(view);
      return;
    }
    showPlace(view);
    showIndicator(view);
  }

  dk.part("screen/show", begin);
})(window.danmarkskort);
