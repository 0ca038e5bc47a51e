/**
 * The trend: drawn when it comes near the reader's screen, by Dash the first time and by plotly alone later. It stands at the
 * end of the panel, and drawing it costs as much as all the rest of a pick: who does not scroll to it does not wait for it.
 */
(function (dk) {
  "use strict";

  const NAER = "400px"; // how far below the screen drawing begins
  let ventende = null; // the figure that is not drawn yet
  let naer = false;

  /** Draw what waits. */
  function tegn() {
    if (!ventende) return;
    const figur = ventende;
    ventende = null;
    const element = document.querySelector("#udvikling .js-plotly-plot");
    if (element) {
      window.Plotly.react(element, figur.data, figur.layout);
      return;
    }
    const graf = structuredClone(dk.opsaetning.udvikling);
    graf.props.figure = figur;
    window.dash_clientside.set_props("udvikling-plads", { children: graf });
  }

  /** Watch for the trend to come near; once the map is drawn, which goes first. */
  dk.foelgUdvikling = async function () {
    await dk.kortTegnet;
    await dk.plotlyKlar;
    const plads = document.getElementById("panel-udvikling");
    new IntersectionObserver(function ([syn]) {
      naer = syn.isIntersecting;
      if (naer) tegn();
    }, { rootMargin: NAER }).observe(plads);
  };

  /** Show this figure: now if the trend is near, else when it comes near. */
  dk.visUdvikling = function (figur) {
    ventende = figur;
    if (naer) tegn();
  };

  window.addEventListener("beforeprint", tegn);
})((window.danmarkskort = window.danmarkskort || {}));
