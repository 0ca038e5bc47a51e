/** The names of the trend's lines that have a path on the screen. */
() => {
  const plot = document.querySelector("#udvikling .js-plotly-plot");
  const traces = [...plot.querySelectorAll(".scatterlayer .trace")];
  const hasPath = traces.map((trace) => Boolean(trace.querySelector("path.js-line")?.getAttribute("d")));
  return plot.data.map((line) => line.name).filter((name, number) => name && hasPath[number]);
}
