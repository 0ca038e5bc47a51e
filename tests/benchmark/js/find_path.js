/**
 * A point of the screen well inside a shape of the drawn map: [x, y], or null where none can be seen. Plotly's map may lie above the
 * drawing, and hands on what hits it.
 */
(selector) => {
  const path = document.querySelector(selector);
  if (!path) return null;
  const box = path.getBoundingClientRect();
  const hits = (x, y) => document.elementsFromPoint(x, y).find((element) => element.matches(window.__wanted.areas)) === path;
  for (const margin of [6, 3, 1]) {
    for (let y = box.top + margin; y < box.bottom; y += 3) {
      for (let x = box.left + margin; x < box.right; x += 3) {
        if (hits(x, y) && hits(x - margin, y) && hits(x + margin, y) && hits(x, y - margin) && hits(x, y + margin)) return [x, y];
      }
    }
  }
  return null;
}
