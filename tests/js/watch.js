/** Runs before the page's own scripts: notes when the map is drawn, when a click comes, and when what is awaited is painted. */
(() => {
  const seen = (window.__seen = {});
  addEventListener("click", () => (seen.click = performance.now()), true);
  window.__await = (name, done) => {
    const look = () => {
      if (done()) requestAnimationFrame(() => (seen[name] = performance.now()));
      else requestAnimationFrame(look);
    };
    look();
  };
  window.__await("map", () => document.querySelectorAll("path.choroplethlocation[d]").length >= 98);
})();
