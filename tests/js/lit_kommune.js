/** What is lit: the swarm's dot and the strips' lines by kommunekode, the words of the legend's needle, the card's name, the outlines. */
(() => {
  const codesAt = (id, matches) =>
    [...document.querySelectorAll("#" + id + " path[data-koder]")].flatMap((path) => {
      const points = path.getAttribute("d").match(/M[^M]*/g);
      return path.dataset.koder.split(" ").filter((code, number) => matches(points[number].match(/[\d.]+/g).map(Number)));
    });
  const swarm = document.querySelector(".svaerm");
  const ring = swarm.querySelector(".peget");
  const [dot] = codesAt(
    "svaerm-" + swarm.dataset.fordeling,
    ([x, y]) => x === Number(ring.getAttribute("cx")) && y === Number(ring.getAttribute("cy")),
  );
  const strips = [...document.querySelectorAll(".strimmel")].map((strip) => {
    const left = parseFloat(strip.querySelector(".punkt--peget").style.left) * 10;
    const codes = codesAt("strimmel-" + strip.dataset.fordeling, ([x]) => Math.abs(x - left) < 0.01);
    return codes.includes(dot) ? dot : codes.join();
  });
  return {
    dot,
    strips: [...new Set(strips)],
    needle: document.querySelector(".naal-ord--peget").textContent,
    card: document.querySelector(".peget-kort strong").textContent,
    outlines: document.querySelectorAll(".peget-omrids path").length,
  };
})()
