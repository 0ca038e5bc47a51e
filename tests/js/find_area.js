/** A point of the drawn map where this kommune can be clicked: [selector, frame, code] to [x, y], or null. */
([, part, code]) => {
  const path = document.querySelectorAll("svg.tegning .ramme")[part].querySelector('a[data-kode="' + code + '"] path');
  const box = path.getBoundingClientRect();
  for (let y = box.top + 1; y < box.bottom; y += 3) {
    for (let x = box.left + 1; x < box.right; x += 3) {
      if (document.elementFromPoint(x, y) === path) return [x, y];
    }
  }
  return null;
};
