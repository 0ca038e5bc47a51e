/** Where what Dash made and what the HTML makes differ: the first two lines that do, or null. */
(html) => {
  const write = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    // Dash sets styles one by one and the browser writes them anew: what counts is what it has understood
    const attributes = [...node.attributes].map((each) => each.name + "=" + (each.name === "style" ? node.style.cssText : each.value));
    return ["<" + node.localName, ...attributes.sort()].join("\n ") + ">\n" + [...node.childNodes].map(write).join("\n");
  };
  const made = document.createElement("div");
  made.innerHTML = html;
  document.getElementById("proeve").normalize();
  made.normalize();
  const [theirs, ours] = [write(document.getElementById("proeve")), write(made.firstElementChild)].map((text) => text.split("\n"));
  const first = theirs.findIndex((line, number) => line !== ours[number]);
  return first < 0 && theirs.length === ours.length ? null : [theirs.length, ours.length, theirs.slice(first - 3, first + 2), ours.slice(first - 3, first + 2)];
};
