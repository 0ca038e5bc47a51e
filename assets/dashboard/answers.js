/**
 * Dash asks its server two things when it starts: its layout and its callbacks. Both stand in the page already, by address
 * (components/dashboard/document.py), so they are answered here: the map is ready a round trip sooner, and the page works as static
 * files, which can't give an answer without an ending a type. Dash asks by window.fetch; it is given back when both are answered.
 */
(function (dk) {
  "use strict";

  const answers = new Map(Object.entries(dk.setup.dash));
  const browsersFetch = window.fetch;

  function answerOrFetch(address, ...rest) {
    if (!answers.has(address)) return browsersFetch.call(window, address, ...rest);
    const text = JSON.stringify(answers.get(address));
    answers.delete(address);
    if (!answers.size && window.fetch === answerOrFetch) window.fetch = browsersFetch;
    return Promise.resolve(new Response(text, { headers: { "Content-Type": "application/json" } }));
  }

  dk.part("dashboard/answers", () => (window.fetch = answerOrFetch));
})(window.danmarkskort);
