/**
 * plotly's map, which Dash has (components/dashboard/layout.py): what it needs before it is drawn, its colours, the drawing that it
 * takes the place of, and the marks of the picked places.
 */
(function (dk) {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const SIGN = 20; // pixels: a sign with its border

  // plotly draws a world map below every choropleth unless it is told that there is nothing to draw.
  window.PlotlyGeoAssets = { topojson: { world_110m: { type: "Topology", objects: {}, arcs: [] } } };

  /** plotly's element, once the map is drawn; null before. */
  dk.findMap = function () {
    const element = document.querySelector("#kort .js-plotly-plot");
    return element && element.querySelector("path.choroplethlocation") ? element : null;
  };

  /** Put the borders where plotly looks for them before it would fetch them itself. */
  dk.prepareMap = async function () {
    const borders = dk.setup.graenser;
    window.PlotlyGeoAssets[borders] = await dk.fetchPiece(borders);
  };

  /** The map's figure with the classes of a layer, in the order of each trace's kommuner. */
  dk.colourFigure = function (figure, layer) {
    const colour = function (trace) {
      if (!trace.locations) return trace; // the dashed line round Copenhagen
      return { ...trace, z: trace.locations.map((code) => layer.klasser[code]) };
    };
    return { ...figure, data: figure.data.map(colour) };
  };

  let isAwaited = false;
  let marked = null; // the places that bear marks

  /** Wait for plotly's first drawing, lay it over the one that came with the page, then keep the marks in place through every later one. */
  dk.awaitFirstDrawing = function () {
    if (isAwaited) return;
    isAwaited = true;
    window.requestAnimationFrame(followFirstDrawing);
  };

  function followFirstDrawing() {
    const element = dk.findMap();
    if (!element) {
      window.requestAnimationFrame(followFirstDrawing);
      return;
    }
    element.closest(".kort-plads").setAttribute("aria-hidden", "true"); // the drawing below it has the names
    listen(element);
    markAnew();
  }

  /** What Dash has no property for, or only a round of callbacks later (components/dashboard/callbacks.py). */
  function listen(element) {
    element.on("plotly_afterplot", markAnew); // after a resize all paths are others
    element.on("plotly_beforehover", () => false); // its own hit test, after which it would tell of clicks as well
    element.on("plotly_click", function ({ points: [{ location: code }] }) {
      if (code) dk.showAhead(dk.applyLink("?kommune=" + code)); // the pick itself is clickData's
    });
  }

  /**
   * What is hit is told by the drawing below (assets/map/hit.js), and Dash hears it as plotly's own. plotly itself takes the pixels
   * of the screen for those of the page: where a page is zoomed by CSS, a click on Horsens picked Svendborg.
   */
  function tell(name, code) {
    dk.findMap().emit(name, { points: [{ location: code }] });
  }

  /** A click or tap on plotly's map hits a kommune. Before it is drawn its place lies over the drawing already. */
  dk.clickMap = (code) => (dk.findMap() ? tell("plotly_click", code) : dk.goTo("?kommune=" + code));

  let hovered = null;

  /** The pointer is over a kommune of the map, or over none (null). */
  dk.hoverMap = function (code) {
    if (code === hovered || !dk.findMap()) return;
    hovered = code;
    tell(code ? "plotly_hover" : "plotly_unhover", code);
  };

  function markAnew() {
    marked = null;
    dk.markMap(dk.currentView());
  }

  /** Outline and letter for the places of a view, on the country and in the insets; nothing before the map is drawn. */
  dk.markMap = function (view) {
    const element = dk.findMap();
    const places = view.kommune + "-" + view.sammenlign;
    if (!element || marked === places) return;
    marked = places;
    element.querySelectorAll("g.udpegning").forEach((before) => before.remove());
    for (const trace of element.data.filter(({ locations }) => locations)) { // the country and its insets
      mark(element, trace, view.sammenlign, "b");
      mark(element, trace, view.kommune, "a");
    }
  };

  function mark(element, { geo, locations }, code, letter) {
    const place = locations.indexOf(code);
    if (place < 0) return;
    const layer = [...element.querySelectorAll(".geolayer > g")].find((group) => group.getAttribute("class").split(" ").pop() === geo);
    const area = layer.querySelectorAll("path.choroplethlocation")[place];
    const shape = area.getAttribute("d");
    if (!shape) return; // plotly drew it while the list had the map's place; it draws anew when the map is seen again
    const group = make("g", { class: "udpegning udpegning--" + letter });
    group.append(make("path", { class: "omrids-under", d: shape }), make("path", { class: "omrids", d: shape }));
    // plotly has no public way from degrees to pixels in a geo subplot; tests/pages/test_static_map.py holds this one.
    const point = element._fullLayout[geo]._subplot.projection(dk.setup.maerkepunkter[code]);
    group.append(makeSign(letter, point, area.getBBox()));
    layer.append(group);
  }

  /** The letter on its sign: at the area's label point, or above an area that it would hide. */
  function makeSign(letter, [x, labelY], { height, width, y: top }) {
    const y = Math.min(height, width) < SIGN ? top - SIGN * 0.7 : labelY;
    const sign = make("g", { class: "skilt", transform: "translate(" + x + "," + y + ")" });
    const text = make("text", { dy: "0.35em" });
    text.textContent = letter.toUpperCase();
    sign.append(letter === "a" ? make("circle", { r: 9 }) : make("path", { d: "M0-12L12 0L0 12L-12 0Z" }), text);
    return sign;
  }

  function make(name, attributes) {
    const element = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([attribute, value]) => element.setAttribute(attribute, value));
    return element;
  }

  dk.part("map/plot", () => dk.fetchPiece(dk.setup.graenser).catch(() => {}));
})(window.danmarkskort);
