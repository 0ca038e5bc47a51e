/** The button that copies the link to this view; beside it, and in the page's status, stands whether it worked. */
(function (dk) {
  "use strict";

  async function copyAddress() {
    try {
      await navigator.clipboard.writeText(dk.fullAddress());
      return dk.setup.kopieret;
    } catch (error) {
      return dk.setup.kopifejl; // no clipboard over plain http, or the reader said no
    }
  }

  async function copy(click) {
    const button = click.target.closest && click.target.closest("#kopier-link");
    if (!button) return;
    const answer = await copyAddress();
    button.nextElementSibling.textContent = answer;
    dk.say(answer);
  }

  dk.part("dashboard/copy", () => document.addEventListener("click", copy));
})(window.danmarkskort);
