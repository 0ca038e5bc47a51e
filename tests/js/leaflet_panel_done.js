/** Whether the panel beside Leaflet's map is that of the kommune with this name. */
(() => (name) => Boolean(document.querySelector("#panel h2")?.textContent.startsWith(name)))()
