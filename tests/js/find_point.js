/**
 * A point on the screen that lies inside a kommune of the map's choropleth number n, or null. plotly listens on the
 * background of each geo, so the point need not hit the path, but it must lie in its area and within the geo's frame.
 */
([map, n, code]) => {
  const plot = document.querySelector(map + " .js-plotly-plot");
  const geo = plot.data[n].geo || "geo";
  const layer = [...plot.querySelectorAll(".geolayer > g")].find((g) => g.getAttribute("class").split(" ").pop() === geo);
  const path = layer.querySelectorAll("path.choroplethlocation")[plot.data[n].locations.indexOf(code)];
  const box = path.getBBox();
  const matrix = path.getScreenCTM();
  const frame = layer.querySelector(".bg rect").getBoundingClientRect();
  for (const step of [4, 16, 64]) {
    for (let i = 1; i < step; i++) {
      for (let j = 1; j < step; j++) {
        const point = new DOMPoint(box.x + (box.width * i) / step, box.y + (box.height * j) / step);
        const at = point.matrixTransform(matrix);
        const inFrame = at.x > frame.left && at.x < frame.right && at.y > frame.top && at.y < frame.bottom;
        if (inFrame && path.isPointInFill(point)) return [at.x, at.y];
      }
    }
  }
  return null;
}
