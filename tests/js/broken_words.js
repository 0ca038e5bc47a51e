/**
 * The words that are seen on two lines, each with the name of its element. A word may go on to the next line after a hyphen of its own;
 * addresses may be broken anywhere, and so may the few words that no small phone has room for ("tilgængelighedserklæring"): browsers
 * that have a Danish dictionary set a hyphen there.
 */
() => {
  const LONGEST = 19; // "Boligorganisationer"
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const isForEars = (element) => element.getBoundingClientRect().width < 2; // a pixel that screen readers find words in
  const range = document.createRange();
  const found = new Set();
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const element = text.parentElement;
    if (!element.checkVisibility() || element.closest("svg, script, style, noscript") || isForEars(element)) continue;
    for (const { index, 0: word } of text.data.matchAll(/[^\s\u00a0-]+-?/g)) {
      if (/[/@]/.test(word) || word.length > LONGEST) continue;
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
      const isBroken = boxes.some((box) => box.top - boxes[0].top > box.height / 2);
      if (isBroken) found.add(element.tagName.toLowerCase() + "." + element.className + ": " + word);
    }
  }
  return [...found];
}
