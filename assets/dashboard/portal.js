/**
 * A Dash component of ours (components/dashboard/portal.py). Its children are mounted once `open` is true, in the element of the page
 * that `slot` names, else where the portal stands; `near` tells Dash whether the slot is near the screen.
 */
(function (dk) {
  "use strict";

  const NEAR = "400px"; // how far below the screen

  /** Tell Dash when the slot comes near and when it goes; gives what ends it. */
  function watch(slot, setProps) {
    const observer = new IntersectionObserver((seen) => setProps({ near: seen.at(-1).isIntersecting }), { rootMargin: NEAR });
    observer.observe(slot);
    return () => observer.disconnect();
  }

  dk.Portal = function ({ slot, open, children, setProps }) {
    const { useEffect, useLayoutEffect } = window.React; // Dash's own, which comes later than this script
    const element = slot ? document.getElementById(slot) : null;
    useEffect(() => (element ? watch(element, setProps) : undefined), [element]);
    useLayoutEffect(() => {
      if (element) element.classList.toggle("med-graf", open); // what stands in for the children gives way in the same frame
    }, [element, open]);
    if (!open) return null;
    return element ? window.ReactDOM.createPortal(children, element) : children;
  };

  dk.part("dashboard/portal");
})(window.danmarkskort);
