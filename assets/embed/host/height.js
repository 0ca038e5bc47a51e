/* Danmarkskortet: gives every frame of it on this page the height that its content has. */
(function () {
  var vores = new URL(document.currentScript.src).origin;
  function rammer() {
    return [].slice.call(document.querySelectorAll("iframe"));
  }
  addEventListener("message", function (besked) {
    var data = besked.data || {};
    if (besked.origin !== vores || data.type !== "danmarkskort:hoejde" || !(data.height > 0)) return;
    rammer().forEach(function (ramme) {
      if (ramme.contentWindow === besked.source) ramme.style.height = Math.ceil(data.height) + "px";
    });
  });
  rammer().forEach(function (ramme) {
    if (ramme.src.indexOf(vores + "/") === 0) ramme.contentWindow.postMessage({ type: "danmarkskort:spoerg" }, "*"); // no secret
  });
})();
