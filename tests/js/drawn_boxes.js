/** Of each geo of the drawn map, in pixels: its frame, and by kommunekode the path's box and the label point. */
() => {
  const plot = document.querySelector("#kort .js-plotly-plot");
  const edges = (element) => {
    const box = element.getBBox();
    return [box.x, box.y, box.x + box.width, box.y + box.height];
  };
  const parts = ["geo", "geo2", "geo3"].map((geo, n) => {
    const layer = [...plot.querySelectorAll(".geolayer > g")].find((g) => g.getAttribute("class").split(" ").pop() === geo);
    const paths = [...layer.querySelectorAll("path.choroplethlocation")];
    const project = plot._fullLayout[geo]._subplot.projection;
    const areas = plot.data[n].locations.map((code, i) => [code, edges(paths[i]), project(danmarkskort.setup.maerkepunkter[code])]);
    return { frame: edges(layer.querySelector(".bg rect")), areas };
  });
  return { width: plot._fullLayout.width, parts };
}
