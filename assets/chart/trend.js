/**
 * The trend: drawn by plotly when it comes near the reader's screen; until then it stands as components/chart/trend_svg.py drew it. It is at the
 * end of the panel, and drawing it costs as much as all the rest of a pick: who does not scroll to it does not wait for it.
 */
(function (dk) {
  "use strict";

  const NAER = "400px"; // how far below the screen drawing begins
  let ventende = null; // the figure that is not drawn yet
  let naer = false;

  const findGraf = () => document.querySelector("#udvikling .js-plotly-plot");

  /** plotly's element, in the place of the drawing. */
  function lavGraf() {
    const ramme = document.createElement("div");
    ramme.id = "udvikling";
    ramme.append(document.createElement("div"));
    document.getElementById("udvikling-plads").replaceChildren(ramme);
    return ramme.firstElementChild;
  }

  /** Draw what waits. */
  function tegn() {
    if (!ventende || !window.Plotly) return;
    const { data, layout } = ventende;
    ventende = null;
    window.Plotly.react(findGraf() || lavGraf(), data, layout, dk.opsaetning.grafvalg);
  }

  /** Show this trend: drawn if it is near, else as it came until it comes near. */
  dk.visUdvikling = function (stykke) {
    if (stykke.tegnet && !findGraf()) document.getElementById("udvikling-plads").innerHTML = stykke.tegnet;
    ventende = stykke.udvikling;
    if (naer) tegn();
  };

  /** Watch for the trend to come near; once the map is drawn, which goes first. */
  dk.kortTegnet.then(async function () {
    await dk.plotlyKlar;
    new IntersectionObserver(function ([syn]) {
      naer = syn.isIntersecting;
      if (naer) tegn();
    }, { rootMargin: NAER }).observe(document.getElementById("panel-udvikling"));
  });

  window.addEventListener("beforeprint", tegn);
})((window.danmarkskort = window.danmarkskort || {}));
