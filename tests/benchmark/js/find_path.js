/**
 * A point of the screen well inside a shape of the drawn map: [x, y], or null where none can be seen. Plotly's map may lie above the
 * drawing, and hands on what hits it. The shape itself is asked first: what lies on the screen is slow to find out, and this search runs
 * while a page is timed.
 */
(selector) => {
  const path = document.querySelector(selector);
  if (!path) return null;
  const box = path.getBoundingClientRect();
  const fromScreen = path.getScreenCTM().inverse();
  const isInside = (x, y) => path.isPointInFill(new DOMPoint(x, y).matrixTransform(fromScreen));
  const isSeen = (x, y) => document.elementsFromPoint(x, y).find((element) => element.matches(window.__wanted.areas)) === path;
  for (const margin of [6, 3, 1]) {
    const around = [[0, 0], [-margin, 0], [margin, 0], [0, -margin], [0, margin]];
    for (let y = box.top + margin; y < box.bottom; y += 3) {
      for (let x = box.left + margin; x < box.right; x += 3) {
        if (around.every(([right, down]) => isInside(x + right, y + down)) && isSeen(x, y)) return [x, y];
      }
    }
  }
  return null;
}
