/** Links to a part of the page take the focus along: the next step of the tab key is from there. */
(function (dk) {
  "use strict";

  /** What the link leads to. Comparing begins in its search field, where there is one. */
  function findTarget(link) {
    if (link.matches(".til-sammenligning")) return document.getElementById("vaelg-sammenligning");
    return document.getElementById(link.dataset.fokus || link.getAttribute("href").slice(1));
  }

  function jump(click) {
    const link = click.target.closest && click.target.closest("a[href^='#'], a[data-fokus]");
    if (!link || click.metaKey || click.ctrlKey || click.shiftKey) return;
    if (link.matches(".til-sammenligning")) click.preventDefault();
    setTimeout(function () {
      const target = findTarget(link); // a view that the link changes has come by now
      if (target && !target.contains(document.activeElement)) dk.focusOn(target); // a quick reader may be a step further
    });
  }

  dk.part("dashboard/jump", () => document.addEventListener("click", jump));
})(window.danmarkskort);
