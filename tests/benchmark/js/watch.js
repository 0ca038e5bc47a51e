/**
 * Runs before the page's own scripts and notes in window.__seen, in milliseconds since the visit began: when the map was first seen in its
 * colours (map), when it first answered a hover (usable, if __wanted.hover says so), when a click came (click); besides how long tasks kept
 * the page from answering (blocked: what goes beyond 50 ms), when the last one ended (busy), how much moved (shift), and how long each
 * interaction took to its next paint (interactions, by number). window.__wanted says what to look for.
 * A message that is sent from an animation frame arrives when that frame has been laid out and painted.
 */
(() => {
  const wanted = window.__wanted; // areas: selector of the map's areas; count: how many; hover: { find, answered } or null
  const COLOURS = 3; // at least: a map of two is not coloured yet
  const BLOCKING = 50; // milliseconds
  const seen = (window.__seen = { blocked: 0, busy: 0, shift: 0, interactions: {} });

  const painted = (note) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = note;
    channel.port2.postMessage(null);
  };
  const note = (name) => painted(() => (seen[name] = performance.now()));
  const observe = (type, look, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(look)).observe({ type, buffered: true, ...more });

  /** Note when something is painted that is done in some frame to come. */
  window.__await = (name, done) => {
    const look = () => (done() ? note(name) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  };

  const isColoured = () => {
    const areas = [...document.querySelectorAll(wanted.areas)];
    return areas.length >= wanted.count && new Set(areas.map((area) => getComputedStyle(area).fill)).size >= COLOURS;
  };

  /** Move over a kommune, a pixel to and fro, from the frame on that has the map, until the map answers. */
  const hover = () => {
    let point = null;
    let step = 0;
    window.__await("usable", () => {
      if (!isColoured()) return false;
      point = point || wanted.hover.find();
      if (!point) return false;
      const [x, y] = [point[0] + (step++ % 2), point[1]];
      const target = document.elementFromPoint(x, y);
      const at = { bubbles: true, cancelable: true, composed: true, view: window, clientX: x, clientY: y };
      target.dispatchEvent(new PointerEvent("pointermove", { ...at, pointerType: "mouse", isPrimary: true }));
      target.dispatchEvent(new MouseEvent("mouseover", at));
      target.dispatchEvent(new MouseEvent("mousemove", at));
      return wanted.hover.answered();
    });
  };

  addEventListener("click", () => (seen.click = performance.now()), true);
  window.__await("map", isColoured);
  if (wanted.hover) hover();
  observe("longtask", ({ startTime, duration }) => {
    seen.blocked += duration - BLOCKING;
    seen.busy = startTime + duration;
  });
  observe("layout-shift", ({ hadRecentInput, value }) => (seen.shift += hadRecentInput ? 0 : value));
  observe("event", ({ interactionId, duration }) => {
    if (interactionId) seen.interactions[interactionId] = Math.max(duration, seen.interactions[interactionId] || 0);
  }, { durationThreshold: 16 });
})();
