/**
 * plotly's map, which Dash has (components/dashboard/layout.py): what it needs before it is drawn, its colours, the drawing that it
 * takes the place of, and the marks of the picked places.
 */
(function (dk) {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const SKILT = 20; // pixels: a sign with its border
  const GEOER = ["geo", "geo2", "geo3"];

  // plotly draws a world map below every choropleth unless it is told that there is nothing to draw.
  window.PlotlyGeoAssets = { topojson: { world_110m: { type: "Topology", objects: {}, arcs: [] } } };

  /** plotly's element, once the map is drawn; null before. */
  dk.kortElement = function () {
    const element = document.querySelector("#kort .js-plotly-plot");
    return element && element.querySelector("path.choroplethlocation") ? element : null;
  };

  /**
   * Kept once plotly's bundle has run. Dash must not mount a graph before: it would load the full bundle, four times as large. It does
   * so only where there is no other, or the other can't be had.
   */
  const plotlyReady = new Promise(function (klar) {
    if (!dk.opsaetning.plotly) return klar();
    const bundt = document.createElement("script");
    bundt.src = dk.opsaetning.plotly;
    bundt.onload = bundt.onerror = klar;
    document.head.append(bundt);
  });

  /** plotly's bundle, and the borders where plotly looks for them before it fetches them itself. */
  dk.prepareMap = async function () {
    const borders = dk.opsaetning.graenser;
    [window.PlotlyGeoAssets[borders]] = await Promise.all([dk.hent(borders), plotlyReady]);
  };

  const writeCard = ([name, ...lines]) => ["<b>" + name + "</b>", ...lines].join("<br>");

  /** The map's figure with the classes and hover cards of a layer, in the order of each trace's kommuner. */
  dk.colourFigure = function (figure, layer) {
    const colour = (trace) => {
      if (!trace.locations) return trace; // the dashed line round Copenhagen
      const z = trace.locations.map((code) => layer.klasser[code]);
      return Object.assign({}, trace, { z, text: trace.locations.map((code) => writeCard(layer.kort[code])) });
    };
    return Object.assign({}, figure, { data: figure.data.map(colour) });
  };

  /** Kept when the map has been drawn for the first time, or could not be: what matters less waits for it. */
  dk.mapSettled = new Promise((settle) => (dk.settleMap = settle));

  let isAwaited = false;
  let marked = null; // the places that bear marks

  /** Wait for plotly's first drawing, take away the one that came with the page, then keep the marks in place through every later one. */
  dk.awaitFirstDrawing = function () {
    if (isAwaited) return;
    isAwaited = true;
    window.requestAnimationFrame(followFirstDrawing);
  };

  function followFirstDrawing() {
    const element = dk.kortElement();
    if (!element) {
      window.requestAnimationFrame(followFirstDrawing);
      return;
    }
    document.querySelectorAll(".kortramme > svg.tegning").forEach((drawing) => drawing.remove());
    const markAnew = function () {
      marked = null;
      dk.markMap(dk.tolk(window.location.search));
    };
    element.on("plotly_click", ({ points: [{ location: code }] }) => code && dk.showAhead(dk.flet("?kommune=" + code)));
    element.on("plotly_afterplot", markAnew); // Dash has no property for it: after a resize all paths are others
    markAnew();
    dk.settleMap();
  }

  /** Outline and letter for the places of a view, on the country and in the frames; nothing before the map is drawn. */
  dk.markMap = function (view) {
    const element = dk.kortElement();
    const places = view.kommune + "-" + view.sammenlign;
    if (!element || marked === places) return;
    marked = places;
    element.querySelectorAll("g.udpegning").forEach((before) => before.remove());
    GEOER.forEach((geo, number) => {
      marker(element, geo, number, view.sammenlign, "b");
      marker(element, geo, number, view.kommune, "a");
    });
  };

  function marker(element, geo, nummer, kode, bogstav) {
    const plads = element.data[nummer].locations.indexOf(kode);
    if (plads < 0) return;
    const lag = [...element.querySelectorAll(".geolayer > g")].find((gruppe) => gruppe.getAttribute("class").split(" ").pop() === geo);
    const flade = lag.querySelectorAll("path.choroplethlocation")[plads];
    const gruppe = lav("g", { class: "udpegning udpegning--" + bogstav });
    gruppe.append(lav("path", { class: "omrids-under", d: flade.getAttribute("d") }), lav("path", { class: "omrids", d: flade.getAttribute("d") }));
    // plotly has no public way from degrees to pixels in a geo subplot; tests/pages/test_static_map.py holds this one.
    const [x, punktY] = element._fullLayout[geo]._subplot.projection(dk.opsaetning.maerkepunkter[kode]);
    const { height: hoejde, width: bredde, y: top } = flade.getBBox();
    const y = Math.min(hoejde, bredde) < SKILT ? top - SKILT * 0.7 : punktY; // above a kommune that it would hide
    const skilt = lav("g", { class: "skilt", transform: "translate(" + x + "," + y + ")" });
    const tekst = lav("text", { dy: "0.35em" });
    tekst.textContent = bogstav.toUpperCase();
    skilt.append(bogstav === "a" ? lav("circle", { r: 9 }) : lav("path", { d: "M0-12L12 0L0 12L-12 0Z" }), tekst);
    gruppe.append(skilt);
    lag.append(gruppe);
  }

  function lav(navn, egenskaber) {
    const element = document.createElementNS(SVG, navn);
    Object.entries(egenskaber).forEach(([egenskab, vaerdi]) => element.setAttribute(egenskab, vaerdi));
    return element;
  }

  dk.hent(dk.opsaetning.graenser).catch(() => {});
})((window.danmarkskort = window.danmarkskort || {}));
