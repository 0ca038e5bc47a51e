/**
 * Resolves when so many painted frames have followed on one another in which no element changed, nothing moved and nothing was loaded.
 * A page that does not come to rest within the patience (milliseconds) is an error.
 */
([frames, patience]) =>
  new Promise((rests, fails) => {
    const end = performance.now() + patience;
    let left = frames;
    const again = () => (left = frames);
    const watchers = [new MutationObserver(again), new PerformanceObserver(again)];
    watchers[0].observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    watchers[1].observe({ entryTypes: ["resource", "layout-shift"] });
    const look = () => {
      const late = performance.now() > end;
      if (left-- > 0 && !late) return requestAnimationFrame(look);
      watchers.forEach((watcher) => watcher.disconnect());
      return late ? fails(new Error("the page does not come to rest")) : rests();
    };
    requestAnimationFrame(look);
  });
