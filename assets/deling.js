/** Sharing: the button that copies the link to this view, and the height that a frame tells its host page. */
(function (dk) {
  "use strict";

  /** The address of this view on the page itself, also when it is shown in a frame. */
  const fuldAdresse = () => new URL("/" + window.location.search, window.location.href).href;

  /** The parts of a view that are chosen: what is null gives way to what is laid under it. */
  const kunValgt = (visning) => Object.fromEntries(Object.entries(visning).filter(([, vaerdi]) => vaerdi));

  /** Keep the link out of a frame in step with what is shown. */
  dk.skrivLinks = function () {
    const link = document.getElementById("fuld-stoerrelse");
    if (link) link.href = fuldAdresse();
    const visning = dk.tolk(window.location.search);
    const udgave = dk.udgaveDel(visning);
    document.querySelectorAll("a.baer-udgave").forEach((en) => (en.search = udgave)); // the same edition there as here
    const fast = dk.skrivAdresse(Object.assign({ udgave: dk.opsaetning.udgaver[0] }, kunValgt(visning)));
    document.getElementById("udskrift-adresse").textContent = new URL("/" + fast, window.location.href).href;
    document.querySelectorAll("a.baer-visning").forEach((en) => (en.search = window.location.search)); // the same places too
  };

  document.addEventListener("click", async function (klik) {
    const knap = klik.target.closest && klik.target.closest("#kopier-link");
    if (!knap) return;
    const svar = document.getElementById("kopier-svar");
    try {
      await navigator.clipboard.writeText(fuldAdresse());
      svar.textContent = knap.dataset.kopieret;
    } catch (fejl) {
      svar.textContent = knap.dataset.fejl; // no clipboard over plain http, or the reader said no
    }
  });

  // The content box is measured, never the window: a frame that grows with its own height would grow for ever.
  if (window.parent !== window) {
    let sidst = 0;
    const meld = function () {
      const side = document.getElementById("side");
      const hoejde = side ? Math.ceil(side.getBoundingClientRect().height) : 0;
      if (!hoejde || hoejde === sidst) return;
      sidst = hoejde;
      window.parent.postMessage({ type: "danmarkskort:hoejde", height: hoejde }, "*"); // a height is no secret
    };
    new ResizeObserver(meld).observe(document.getElementById("react-entry-point"));
  }
})((window.danmarkskort = window.danmarkskort || {}));
