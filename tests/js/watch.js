/**
 * Runs before the page's own scripts: notes when the map is drawn, when a click comes, when what is awaited is painted, when the
 * largest part was painted, and how much moved.
 * A message that is sent from an animation frame arrives when that frame has been laid out and painted.
 */
(() => {
  const seen = (window.__seen = {});
  const painted = (note) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = note;
    channel.port2.postMessage(null);
  };
  addEventListener("click", () => (seen.click = performance.now()), true);
  window.__await = (name, done) => {
    const look = () => (done() ? painted(() => (seen[name] = performance.now())) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  };
  window.__await("map", () => document.querySelectorAll(window.__map).length >= 98); // __map: the selector of the map's areas
  new PerformanceObserver((list) => (seen.largest = list.getEntries().at(-1).startTime)).observe({ type: "largest-contentful-paint", buffered: true });
  seen.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
})();
