/**
 * What is wrong with where the focus is, in words; an empty text if nothing is. It must be on an element that can be seen, within the
 * window, with an outline, and under nothing else (WCAG 2.4.7, 2.4.12). Of what is larger than the window its upper edge counts. Of a
 * list that is open, the option that is pointed at must be seen as well.
 */
() => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return "nothing has the focus";
  const name = element.outerHTML.slice(0, 90);
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return "hidden: " + name;
  const isRinged = element.matches(".kortliste [role=option]") && document.querySelector(".kortring path"); // round its kommune
  const style = getComputedStyle(element);
  if (!isRinged && (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)) return "without an outline: " + name;
  const box = element.getBoundingClientRect();
  const isLarge = box.height > innerHeight - 130 || box.width > innerWidth;
  const isInside = box.top > -1 && box.left > -1 && box.right < innerWidth + 1 && box.bottom < innerHeight + 1;
  const isTopInside = box.bottom > 0 && box.top < innerHeight;
  const where = [box.left, box.top, box.right, box.bottom].map(Math.round).join(" ");
  if (isLarge ? !isTopInside : !isInside) return "outside of the window (" + where + "): " + name;
  if (isLarge) return "";
  for (const part of element.getClientRects()) {
    if (part.width < 6 || part.height < 6) continue;
    for (const x of [part.left + 3, (part.left + part.right) / 2, part.right - 3]) {
      const hit = document.elementFromPoint(x, (part.top + part.bottom) / 2);
      if (!hit || !(element.contains(hit) || hit.contains(element) || hit.closest(isRinged ? ".kortflade" : ".fjern, .felt-plads"))) {
        return "covered by " + (hit ? hit.outerHTML.slice(0, 90) : "nothing") + " (" + where + "): " + name;
      }
    }
  }
  const option = document.getElementById(element.getAttribute("aria-activedescendant"));
  if (!option) return "";
  const { left, top, width, height } = option.getBoundingClientRect();
  return option.contains(document.elementFromPoint(left + width / 2, top + height / 2)) ? "" : "option not to be seen: " + option.textContent;
}
