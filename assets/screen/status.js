/**
 * The page's one status: what a pick, a sort, a search or a copy has led to, said to those who do not see it (role "status", so it waits
 * until the screen reader is done with its sentence). Of several within a moment the last is said. Nothing is said when the page comes.
 */
(function (dk) {
  "use strict";

  const MOMENT = 120; // milliseconds: so long the status is empty, or a text that stands there already would not be said again

  let timer = 0;

  /** Say a sentence that came ready-made from Python. */
  dk.say = function (text) {
    const status = document.getElementById("oplaest");
    status.textContent = "";
    clearTimeout(timer);
    timer = setTimeout(() => (status.textContent = text), MOMENT);
  };

  dk.part("screen/status");
})(window.danmarkskort);
