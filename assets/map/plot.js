/** plotly's map: its first drawing, in the place of the one that came with the page, its colours, and the marks of the picked places. */
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
   * Kept once plotly's bundle has run. Dash must not be given the map before: it would load the full bundle, four times as large. It
   * does so only where there is no other, or the other can't be had.
   */
  dk.plotlyKlar = new Promise(function (klar) {
    if (!dk.opsaetning.plotly) return klar();
    const bundt = document.createElement("script");
    bundt.src = dk.opsaetning.plotly;
    bundt.onload = bundt.onerror = klar;
    document.head.append(bundt);
  });

  /** An indicator's colours and hover cards in the order of the traces' kommuner. */
  function ordnLag(lag) {
    const koder = GEOER.map((_, nummer) => dk.opsaetning.kort.props.figure.data[nummer].locations);
    const skrivKort = ([navn, ...linjer]) => ["<b>" + navn + "</b>", ...linjer].join("<br>");
    return { z: koder.map((en) => en.map((kode) => lag.klasser[kode])), text: koder.map((en) => en.map((kode) => skrivKort(lag.kort[kode]))) };
  }

  /** The map's component with the shown indicator in it. The borders are ready before plotly asks for them. */
  dk.bygKort = async function () {
    const graenser = dk.opsaetning.graenser;
    [window.PlotlyGeoAssets[graenser]] = await Promise.all([dk.hent(graenser), dk.plotlyKlar]);
    const kort = structuredClone(dk.opsaetning.kort);
    const bygget = dk.lag;
    const { z, text } = ordnLag(bygget);
    GEOER.forEach((_, nummer) => Object.assign(kort.props.figure.data[nummer], { z: z[nummer], text: text[nummer] }));
    foelgTegning(bygget);
    return kort;
  };

  /** Give the drawn map another indicator's colours and hover cards; nothing else is drawn again. */
  dk.farvKort = function (lag) {
    const element = dk.kortElement();
    if (element) window.Plotly.restyle(element, ordnLag(lag), GEOER.map((_, nummer) => nummer));
  };

  /** Kept when the map has been drawn for the first time, or could not be: what matters less waits for it. */
  dk.kortTegnet = new Promise((tegnet) => (dk.slipKort = tegnet));

  /** Wait for the first drawing, take away the one that came with the page, then keep the marks in place through every later one. */
  function foelgTegning(bygget) {
    const element = dk.kortElement();
    if (!element) {
      window.requestAnimationFrame(() => foelgTegning(bygget));
      return;
    }
    if (dk.lag !== bygget) dk.farvKort(dk.lag); // another indicator was picked meanwhile
    document.querySelectorAll(".kortramme > svg.tegning").forEach((foerste) => foerste.remove());
    element.on("plotly_afterplot", dk.markerKort);
    element.on("plotly_click", (klik) => {
      const kode = klik.points[0].location;
      if (kode) dk.gaaTil("?kommune=" + kode);
    });
    element.on("plotly_unhover", () => element.classList.remove("over-kommune"));
    element.on("plotly_hover", (peget) => {
      const kode = peget.points[0].location;
      element.classList.toggle("over-kommune", Boolean(kode));
      if (kode) dk.hentForud(dk.flet("?kommune=" + kode));
    });
    dk.markerKort();
    dk.slipKort();
  }

  /** Outline and letter for the places of the address, on the country and in the frames. */
  dk.markerKort = function () {
    const element = dk.kortElement();
    if (!element) return;
    element.querySelectorAll("g.udpegning").forEach((gammel) => gammel.remove());
    const visning = dk.tolk(window.location.search);
    GEOER.forEach((geo, nummer) => {
      marker(element, geo, nummer, visning.sammenlign, "b");
      marker(element, geo, nummer, visning.kommune, "a");
    });
  };

  function marker(element, geo, nummer, kode, bogstav) {
    const plads = element.data[nummer].locations.indexOf(kode);
    if (plads < 0) return;
    const lag = [...element.querySelectorAll(".geolayer > g")].find((gruppe) => gruppe.getAttribute("class").split(" ").pop() === geo);
    const flade = lag.querySelectorAll("path.choroplethlocation")[plads];
    const gruppe = lav("g", { class: "udpegning udpegning--" + bogstav });
    gruppe.append(lav("path", { class: "omrids-under", d: flade.getAttribute("d") }), lav("path", { class: "omrids", d: flade.getAttribute("d") }));
    // plotly has no public way from degrees to pixels in a geo subplot; test_kort.py holds this one.
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
