/** Sharing: the button that copies the link to this view, and the height that a frame tells its host page. */
(function (dk) {
  "use strict";

  const heleAdressen = (search) => new URL(dk.opsaetning.rod + "/" + search, window.location.href).href;

  /** The address of this view on the page itself, also when it is shown in a frame. */
  const fuldAdresse = () => heleAdressen(dk.skrivAdresse(dk.tolk(window.location.search)));

  /** The parts of a view that are chosen: what is null gives way to what is laid under it. */
  const kunValgt = (visning) => Object.fromEntries(Object.entries(visning).filter(([, vaerdi]) => vaerdi));

  /** Set a property that is not so already: a browser does a link's work anew each time it is set. */
  const saet = (link, navn, vaerdi) => link[navn] !== vaerdi && (link[navn] = vaerdi);

  /** Keep the link out of a frame in step with what is shown. */
  dk.skrivLinks = function () {
    const link = document.getElementById("fuld-stoerrelse");
    if (link) saet(link, "href", fuldAdresse());
    const visning = dk.tolk(window.location.search);
    const udgave = dk.udgaveDel(visning);
    document.querySelectorAll("a.baer-udgave").forEach((en) => saet(en, "search", udgave)); // the same edition there as here
    const fast = dk.skrivAdresse(Object.assign({ udgave: dk.opsaetning.udgaver[0] }, kunValgt(visning)));
    const udskrift = document.getElementById("udskrift-adresse");
    if (udskrift) udskrift.textContent = heleAdressen(fast);
    document.querySelectorAll("a.baer-visning").forEach((en) => saet(en, "search", window.location.search)); // the same places too
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

  /** Tell the host page how high the content has become; nothing outside a frame. */
  dk.maalHoejde = () => {};

  // The content box is measured, never the window: a frame that grows with its own height would grow for ever.
  if (window.parent !== window) {
    const side = document.getElementById("side");
    const id = new URLSearchParams(window.location.search).get("id") || window.name;
    let sidst = 0;
    const meld = () => window.parent.postMessage({ type: "danmarkskort:hoejde", id, height: sidst }, "*"); // a height is no secret
    const maal = function () {
      const hoejde = Math.ceil(side.getBoundingClientRect().height);
      if (hoejde === sidst) return;
      sidst = hoejde;
      meld();
    };
    new ResizeObserver(maal).observe(side);
    window.addEventListener("load", maal);
    dk.maalHoejde = maal; // what comes while the frame is out of sight: browsers observe nothing there
    window.addEventListener("message", function (besked) {
      const spurgt = besked.source === window.parent && besked.data && besked.data.type === "danmarkskort:spoerg";
      if (spurgt && sidst) meld(); // the host's script came later than the first height
    });
  }
})((window.danmarkskort = window.danmarkskort || {}));
