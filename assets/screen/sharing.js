/** What leads out of the page follows the view: links, the printed address, the height that a frame tells its host page. */
(function (dk) {
  "use strict";

  const wholeAddress = (search) => new URL(dk.setup.rod + "/" + search, window.location.href).href;

  /** The address of this view on the page itself, also when it is shown in a frame. */
  dk.fullAddress = () => wholeAddress(dk.writeQuery(dk.currentView()));

  /** The parts of a view that are chosen: what is null gives way to what is laid under it. */
  const chosenOnly = (view) => Object.fromEntries(Object.entries(view).filter(([, value]) => value));

  /** Set a property that is not so already: a browser does a link's work anew each time it is set. */
  const set = (link, name, value) => link[name] !== value && (link[name] = value);

  /** Keep the links out of the page, and out of a frame, in step with what is shown. */
  dk.writeLinks = function () {
    const link = document.getElementById("fuld-stoerrelse");
    if (link) set(link, "href", dk.fullAddress());
    const view = dk.currentView();
    const edition = dk.editionQuery(view);
    document.querySelectorAll("a.baer-udgave").forEach((each) => set(each, "search", edition)); // the same edition there as here
    const lasting = dk.writeQuery(Object.assign({ udgave: dk.setup.udgaver[0] }, chosenOnly(view)));
    const printed = document.getElementById("udskrift-adresse");
    if (printed) printed.textContent = wholeAddress(lasting);
    document.querySelectorAll("a.baer-visning").forEach((each) => set(each, "search", window.location.search)); // the same places too
  };

  /** Tell the host page how high the content has become; nothing outside a frame. */
  dk.measureHeight = () => {};

  // The content box is measured, never the window: a frame that grows with its own height would grow for ever.
  if (window.parent !== window) {
    const page = document.getElementById("side");
    const id = new URLSearchParams(window.location.search).get("id") || window.name;
    // WordPress has a script and a message of its own, and knows its frames by what it has written behind their address.
    const secret = (window.location.hash.match(/^#\?secret=(\w+)$/) || [])[1];
    let last = 0;
    const tell = function () {
      window.parent.postMessage({ type: "danmarkskort:hoejde", id, height: last }, "*"); // a height is no secret
      if (secret) window.parent.postMessage({ message: "height", value: last, secret }, "*");
    };
    const measure = function () {
      const height = Math.ceil(page.getBoundingClientRect().height);
      if (height === last) return;
      last = height;
      tell();
    };
    new ResizeObserver(measure).observe(page);
    window.addEventListener("load", measure);
    dk.measureHeight = measure; // what comes while the frame is out of sight: browsers observe nothing there
    window.addEventListener("message", function (message) {
      const isAsked = message.source === window.parent && message.data && message.data.type === "danmarkskort:spoerg";
      if (isAsked && last) tell(); // the host's script came later than the first height
    });
  }

  dk.part("screen/sharing");
})(window.danmarkskort);
