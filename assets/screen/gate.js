/**
 * The gate: no link and no field is taken over before every script of the page is there. It stands in the page itself, so it can't be
 * lost. The scripts say what they can do, and here what starts them; where one is missing, or can't start, the page is what readers
 * without scripts have: its links lead to whole pages.
 */
window.danmarkskort = { isReady: false };
(function (dk) {
  "use strict";

  const starts = new Map(); // by the name of the script

  /** A script has come; `start` makes it take part. */
  dk.part = (name, start = () => {}) => starts.set(name, start);

  const showPlain = () => document.querySelectorAll("noscript").forEach((each) => (each.outerHTML = each.textContent));

  /** Start the scripts if all of these are there, the first one last: it takes over the links, which needs all others. */
  dk.open = function (names) {
    if (!names.every((name) => starts.has(name))) return showPlain();
    try {
      [...names].reverse().forEach((name) => starts.get(name)());
      dk.isReady = true;
    } catch (error) {
      showPlain();
      throw error;
    }
  };
})(window.danmarkskort);
