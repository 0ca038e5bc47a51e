/** The trend: drawn by Dash the first time; later plotly moves the lines, and draws again only when the scale is another. */
(function (dk) {
  "use strict";

  /** plotly's element, once the trend is drawn; null before. */
  dk.udviklingElement = () => document.querySelector("#udvikling .js-plotly-plot");

  /** The trend's component with a figure in it. */
  dk.bygUdvikling = function (figur) {
    const graf = structuredClone(dk.opsaetning.udvikling);
    graf.props.figure = figur;
    return graf;
  };

  /** Give the drawn trend other lines; nothing happens before it is drawn. */
  dk.tegnUdvikling = function (figur) {
    const element = dk.udviklingElement();
    if (!element) return;
    const [, nu] = element.layout.yaxis.range;
    const [, ny] = figur.layout.yaxis.range;
    const lige = { transition: { duration: 0 }, frame: { duration: 0, redraw: false }, mode: "immediate" };
    if (nu === ny) window.Plotly.animate(element, { data: figur.data, traces: figur.data.map((_, nummer) => nummer) }, lige);
    else window.Plotly.react(element, figur.data, figur.layout);
  };
})((window.danmarkskort = window.danmarkskort || {}));
