// A choropleth as Leaflet's own tutorial has it: borders fetched while the scripts come, colours and hover texts from the page.
const figures = JSON.parse(document.getElementById("figures").textContent); // kommunekode: [colour, hover text]
const panel = document.getElementById("panel");
const map = L.map("map", { zoomSnap: 0.1, attributionControl: false });
const USUAL = { weight: 1, color: "#ffffff", fillOpacity: 1 };
const HOVERED = { weight: 2, color: "#20262b" };
const PICKED = { weight: 3, color: "#20262b" };
let picked = null;
let latest = 0; // of two quick picks the last one wins

const styleOf = ({ id }) => ({ ...USUAL, fillColor: figures[id][0], className: "kommune-" + id });
const usual = (layer) => layer.setStyle(layer === picked ? PICKED : USUAL);

async function pick(layer) {
  const before = picked;
  picked = layer;
  if (before) usual(before);
  layer.setStyle(PICKED).bringToFront();
  const turn = ++latest;
  const answer = await fetch("panel/" + layer.feature.id + ".html");
  const html = answer.ok ? await answer.text() : "<p>Tallene kunne ikke hentes. Prøv igen.</p>";
  if (turn === latest) panel.innerHTML = html;
}

function showBorders(borders) {
  const areas = L.geoJSON(borders, { style: styleOf });
  areas.bindTooltip(({ feature }) => figures[feature.id][1], { sticky: true });
  areas.on("mouseover", ({ layer }) => layer.setStyle(HOVERED).bringToFront());
  areas.on("mouseout", ({ layer }) => usual(layer));
  areas.on("click", ({ layer }) => pick(layer));
  map.fitBounds(areas.getBounds());
  areas.addTo(map);
}

fetch("kommuner.geojson")
  .then((answer) => answer.json())
  .then(showBorders);
