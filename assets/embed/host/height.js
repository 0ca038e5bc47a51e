/* Danmarkskortet: gives every frame of it on this page the height that its content has. */
(function () {
  if (typeof window === "undefined") return; // a bundle on a server
  /* Also those in shadow roots. A frame is known by its window: this script may be part of another. */
  function findFrames(root) {
    var found = [].slice.call(root.querySelectorAll("iframe"));
    [].forEach.call(root.querySelectorAll("*"), function (element) {
      if (element.shadowRoot) found = found.concat(findFrames(element.shadowRoot));
    });
    return found;
  }
  window.addEventListener("message", function (message) {
    var data = message.data || {};
    if (data.type !== "danmarkskort:hoejde" || typeof data.height !== "number" || !(data.height > 0)) return;
    findFrames(document).forEach(function (frame) {
      if (frame.contentWindow === message.source) frame.style.height = Math.ceil(data.height) + "px";
    });
  });
  findFrames(document).forEach(function (frame) {
    var isOurs = /\/indlejr\/?([?#]|$)/.test(frame.src);
    if (isOurs && frame.contentWindow) frame.contentWindow.postMessage({ type: "danmarkskort:spoerg" }, "*"); // no secret
  });
})();
