/**
 * Whether this machine can draw with plotly unasked: large, quick, and not on a connection that is slow, metered or to be spared. What a
 * browser does not tell (Safari and Firefox tell little) counts for it; how long a piece of work takes here is measured by all.
 */
(function (dk) {
  "use strict";

  const CORES = 4;
  const MEMORY = 4; // gigabytes
  const ROUND_TRIP = 150; // milliseconds
  const MEGABITS = 5; // a second: half a megabyte in one
  const BESIDE = "(min-width: 981px)"; // the map stands beside the figures (assets/screen/page.css)
  const SPARING = "(prefers-reduced-data: reduce)";

  const READINGS = 20; // of the page's own settings
  const TRIES = 5;
  const QUICK = 6; // milliseconds for all readings: a machine of 2020 takes 4, slowed four times 16

  function isSpared() {
    const { saveData, effectiveType = "4g", type, rtt = 0, downlink = MEGABITS } = navigator.connection || {};
    const isSlow = effectiveType !== "4g" || rtt > ROUND_TRIP || downlink < MEGABITS;
    return Boolean(saveData) || type === "cellular" || isSlow || window.matchMedia(SPARING).matches;
  }

  function isLarge() {
    const { hardwareConcurrency = CORES, deviceMemory = MEMORY } = navigator;
    return hardwareConcurrency >= CORES && deviceMemory >= MEMORY && window.matchMedia(BESIDE).matches;
  }

  /** Milliseconds for a piece of work such as scripts do: text into objects, and back. */
  function measure() {
    const text = document.getElementById("opsaetning").textContent;
    const began = performance.now();
    for (let reading = 0; reading < READINGS; reading += 1) JSON.stringify(JSON.parse(text));
    return performance.now() - began;
  }

  /** The median of several, each in a pause of its own: one that was interrupted says nothing. */
  async function isQuick() {
    const found = [];
    while (found.length < TRIES) {
      await new Promise(dk.whenIdle);
      found.push(measure());
    }
    return found.sort((one, other) => one - other)[(TRIES - 1) / 2] <= QUICK;
  }

  /** Kept when it is known. Nothing is measured where the rest says no. */
  dk.canDrawUnasked = async () => !isSpared() && isLarge() && (await isQuick());

  dk.part("dashboard/machine");
})(window.danmarkskort);
