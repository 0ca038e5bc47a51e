/**
 * Runs before the page's own scripts: notes when the map is drawn, when a click comes, and when what is awaited is painted.
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
  window.__await("map", () => document.querySelectorAll("path.choroplethlocation[d]").length >= 98);
})();
