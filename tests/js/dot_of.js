/** Where a kommune's dot lies in the swarm as it is shown, in pixels from its upper left corner. */
(code) => {
  const svg = document.querySelector(".svaerm");
  const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  for (const path of document.querySelectorAll("#svaerm-" + svg.dataset.fordeling + " path[data-koder]")) {
    const place = path.dataset.koder.split(" ").indexOf(code);
    if (place >= 0) return path.getAttribute("d").match(/M[^M]*/g)[place].match(/[\d.]+/g).slice(0, 2).map((each) => each * scale);
  }
  return null;
}
