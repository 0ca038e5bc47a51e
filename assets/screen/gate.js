/**
 * The gate: no link and no field is taken over before every script of the page is there. It stands in the page itself, so it can't be
 * lost. The scripts say what they can do, and here what starts them; where one is missing, or can't start, the page is what readers
 * without scripts have: its links lead to whole pages.
 */
window.danmarkskort = { isReady: null }; // true or false once that is settled
(function (dk) {
  "use strict";

  const SOON = 300; // milliseconds: a frame out of sight is not painted

  const starts = new Map(); // by the name of the script

  /** A script has come; `start` makes it take part. */
  dk.part = (name, start = () => {}) => starts.set(name, start);

  const showPlain = () => document.querySelectorAll("noscript").forEach((each) => (each.outerHTML = each.textContent));

  /** Start the scripts if all of these are there, the first one last: it takes over the links, which needs all others. */
  dk.open = function (names) {
    dk.isReady = false;
    if (!names.every((name) => starts.has(name))) return showPlain();
    try {
      [...names].reverse().forEach((name) => starts.get(name)());
      dk.isReady = true;
    } catch (error) {
      showPlain();
      throw error;
    }
  };

  /** The same when the page has been painted: its map is seen before its scripts start. */
  dk.openWhenSeen = function (names) {
    let isOpen = false;
    const open = function () {
      if (isOpen) return;
      isOpen = true;
      dk.open(names);
    };
    requestAnimationFrame(() => setTimeout(open));
    setTimeout(open, SOON);
  };
})(window.danmarkskort);
