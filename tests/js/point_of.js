/**
 * A point of the window where a kommune is seen on the map, or null: [frame, code]. The drawing tells it, which lies below plotly's map
 * as well; its first area at a point is the one on top. The map is brought into the window first.
 */
([frame, code]) => {
  document.querySelector(".kortramme").scrollIntoView({ block: "center", behavior: "instant" });
  const area = document.querySelectorAll("svg.tegning .ramme")[frame].querySelector('a[data-kode="' + code + '"]');
  const box = area.getBoundingClientRect();
  const found = [];
  for (let y = box.top + 1; y < box.bottom; y += 2) {
    for (let x = box.left + 1; x < box.right; x += 2) {
      const hit = document.elementsFromPoint(x, y);
      if (!hit.length || !hit[0].closest(".kortramme")) continue;
      if (hit.map((element) => element.closest(".kortramme a[data-kode]")).find(Boolean) === area) found.push([x, y]);
    }
  }
  const keys = new Set(found.map(String));
  const isWithin = (margin) => ([x, y]) =>
    [[x - margin, y], [x + margin, y], [x, y - margin], [x, y + margin]].every((point) => keys.has(String(point)));
  // A click is of whole pixels and a finger is adjusted: not at a border, if the kommune is large enough.
  const best = [4, 2].map((margin) => found.filter(isWithin(margin))).find((inner) => inner.length) || found;
  return best.length ? best[Math.floor(best.length / 2)] : null;
};
