/**
 * Dash asks its server two things when it starts: its layout and its callbacks. Both stand in the page already, so they are answered
 * here: the map is ready a round trip sooner, and the page works as static files, which can't give an answer without an ending a type.
 */
(function (dk) {
  "use strict";

  const hent = window.fetch;
  const findSvar = (adresse) => (typeof adresse === "string" ? dk.opsaetning.dash[adresse.split("/").pop()] : undefined);

  window.fetch = function (adresse, ...resten) {
    const svar = findSvar(adresse);
    if (svar === undefined) return hent.call(window, adresse, ...resten);
    return Promise.resolve(new Response(JSON.stringify(svar), { headers: { "Content-Type": "application/json" } }));
  };
})((window.danmarkskort = window.danmarkskort || {}));
