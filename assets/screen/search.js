/** What fits what is typed in a search field, the best first. Names and further search words come from components/screen/picker.py. */
(function (dk) {
  "use strict";

  const SHORTEST_INSIDE = 3; // letters: fewer stand inside of nearly every name
  const SHARED = "kommune"; // stands in the search words of all 98: by itself it finds nobody

  /** Lower case, æ, ø and å as they are written without them, accents left out, hyphens as spaces. */
  function fold(text) {
    const plain = text.toLowerCase().replaceAll("å", "aa").replaceAll("ø", "oe").replaceAll("æ", "ae").replaceAll("-", " ");
    return plain.normalize("NFD").replace(/\p{M}/gu, "").trim();
  }

  const begins = (text, word) => (" " + text).includes(" " + word);

  /** 0: the name begins so; 1: words of the name do; 2: other search words do; 3: it stands inside of them; 4: it does not fit. */
  function rank(option, typed) {
    const name = (option.foldet = option.foldet || fold(option.navn));
    const all = (option.ord = option.ord || [name, fold(option.soeg), option.kode, Number(option.kode) || ""].join(" "));
    if (name.startsWith(typed)) return 0;
    const words = typed.split(/\s+/);
    if (words.every((word) => begins(name, word))) return 1;
    if (SHARED.startsWith(words[0])) return 4;
    if (words.every((word) => begins(all, word))) return 2;
    return typed.length >= SHORTEST_INSIDE && words.every((word) => all.includes(word)) ? 3 : 4;
  }

  dk.fold = fold;

  /** A list of its own of the options that fit, by rank, else in their own order; those that can't be chosen come last. All where nothing is typed. */
  dk.search = function (options, text) {
    const typed = fold(text);
    if (!typed) return [...options];
    const ranked = options.map((option) => [rank(option, typed), option]).filter(([place]) => place < 4);
    const order = ([place, option]) => (option.adresse ? place : 4);
    return ranked.sort((one, other) => order(one) - order(other)).map(([, option]) => option);
  };

  dk.part("screen/search");
})(window.danmarkskort);
