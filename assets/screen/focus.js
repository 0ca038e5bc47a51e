/**
 * Where the focus goes when what had it is replaced or hidden: a reader with a keyboard must never be thrown back to the top of the page.
 */
(function (dk) {
  "use strict";

  const CONTROLS = "a[href], button, summary, input";
  const PLACES = ["#panel-hoved h2", "#panel-hoved a", "#vaelg-kommune", "main"]; // a frame does not show all of them

  let followed = null; // the link that the reader has just followed

  const isThere = (element) => element.isConnected && element.checkVisibility();
  const nameOf = (control) => control.getAttribute("aria-label") || control.textContent;
  const findAll = (within, selector) => (within ? [...within.querySelectorAll(selector)].filter(isThere) : []);

  /** Give an element the focus, also a heading, which has no place in the order of the tab key. */
  dk.focusOn = function (element) {
    if (!element.matches(CONTROLS)) element.tabIndex = -1;
    element.focus();
  };

  /** To the control of the same name in the same slot, unless the reader followed it to something new; else to the heading. */
  function succeed(before, slot) {
    const successor = slot && before !== followed ? document.getElementById(slot.id) : null;
    const alike = findAll(successor, CONTROLS).filter((each) => nameOf(each) === nameOf(before));
    const places = PLACES.flatMap((each) => findAll(document, each));
    dk.focusOn([...alike, ...places][0]);
  }

  /**
   * Change the page by ``put``; if that takes the focus away, another element gets it. What is still there may be hidden: that is looked
   * at when the page has been painted, since to know it has the page laid out.
   */
  dk.keepFocus = function (put) {
    const before = document.activeElement;
    const slot = before.parentElement.closest("[id]");
    put();
    if (before === document.body) return;
    if (!before.isConnected) return succeed(before, slot);
    requestAnimationFrame(() =>
      setTimeout(function () {
        const isElsewhere = ![before, document.body].includes(document.activeElement);
        if (!isElsewhere && !isThere(before)) succeed(before, slot);
      }),
    );
  };

  /** To the heading of the figures; false where a frame does not show them. */
  dk.goToFigures = function () {
    const [heading] = findAll(document, PLACES[0]);
    if (heading) dk.focusOn(heading);
    return Boolean(heading);
  };

  /** Bring a section into view. If it was out of sight the focus goes to its heading, for the link that led to it will be. */
  dk.leadTo = function (section) {
    const { top } = section.getBoundingClientRect();
    if (top < 0 || top > window.innerHeight) dk.focusOn(section.querySelector("h2"));
    section.scrollIntoView({ block: "nearest" });
  };

  /** What is opened or closed moves: an opened card has a row of its own. */
  function keepInView({ target }) {
    if (target.contains(document.activeElement)) document.activeElement.scrollIntoView({ block: "nearest" });
  }

  function start() {
    document.addEventListener("toggle", keepInView, true);
    document.addEventListener("click", (click) => (followed = click.target.closest && click.target.closest("a")), true);
  }

  dk.part("screen/focus", start);
})(window.danmarkskort);
