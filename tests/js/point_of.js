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
  return found.length ? found[Math.floor(found.length / 2)] : null;
};
