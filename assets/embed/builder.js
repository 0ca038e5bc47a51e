/** The page that writes the code for a frame (components/embed/builder.py): every choice is shown and written at once. */
(function () {
  "use strict";

  const form = document.getElementById("byg-form");
  const words = document.getElementById("byg-resultat").dataset;
  const heights = JSON.parse(words.hoejder); // by shape and width (components/embed/height.py)
  const whole = (address) => new URL(address, window.location.href).href; // static files may not know their host
  const script = words.script.replace(/src="([^"]*)"/, (_, address) => 'src="' + whole(address) + '"');
  const PARAMETERS = ["kommune", "sammenlign", "tal", "form", "paneler", "kort", "farve", "id"]; // in the order of components/embed/page.py
  const OWN = "egen"; // panels and map chosen one by one: the address has no shape then
  const DEFAULTS = { form: "begge", farve: "tegl" };

  const field = (name) => form.elements.namedItem(name);
  const inputs = (name) => [...form.querySelectorAll('[name="' + name + '"]')];
  const ticked = (name) => inputs(name).filter((each) => each.checked).map((each) => each.value);
  const tick = (name, values) => inputs(name).forEach((each) => (each.checked = values.includes(each.value)));
  const isOwn = () => ticked("form")[0] === OWN;

  /** The panels that are chosen one by one; empty for all of them. */
  function panelsOf() {
    const now = ticked("paneler");
    return now.length === inputs("paneler").length ? "" : now.join(",") || "ingen";
  }

  /** A parameter's value; empty where it is the one that an address has without it. */
  function valueOf(name) {
    if (name === "paneler") return isOwn() ? panelsOf() : "";
    if (name === "kort") {
      if (!isOwn()) return "";
      if (ticked("kort")[0] === "nej" && panelsOf() !== "ingen") return "nej";
      return panelsOf() ? "" : "ja";
    }
    if (name === "form" && isOwn()) return "";
    if (name in DEFAULTS) return ticked(name)[0] === DEFAULTS[name] ? "" : ticked(name)[0];
    const choice = field(name);
    if (name === "tal") return choice.value === choice.dataset.foerste ? "" : choice.value;
    if (name === "sammenlign" && (!field("kommune").value || choice.value === field("kommune").value)) return "";
    return choice.value;
  }

  function writeQuery(names = PARAMETERS) {
    const pairs = names.map((name) => [name, valueOf(name)]).filter(([, value]) => value);
    return pairs.length ? "?" + pairs.map(([name, value]) => name + "=" + encodeURIComponent(value).replaceAll("%2C", ",")).join("&") : "";
  }

  /** What the frame shows, in the words of the options. */
  function title() {
    const places = ["kommune", "sammenlign"].filter(valueOf).map((name) => field(name).selectedOptions[0].dataset.navn);
    return words.titel.replace("{steder}", places.join(" og ") || words.land);
  }

  /** Pixels that the frame needs, by the rules of components/embed/height.py; without a width a height that fits every one. */
  function heightOf(width) {
    if (isOwn()) return Number(words.ukendt);
    const chosen = ticked("form")[0];
    const figures = valueOf("sammenlign") ? "sammenligning" : "noegletal";
    const known = heights[["noegletal", "sammenligning"].includes(chosen) ? figures : chosen];
    const widths = Object.keys(known).map(Number);
    const narrow = Math.min(...widths);
    if (!width) return Math.max(...Object.values(known));
    if (width < narrow) return Math.floor((known[narrow] * narrow) / width);
    const below = Math.max(...widths.filter((each) => each <= width));
    const above = Math.min(Math.max(...widths), ...widths.filter((each) => each >= width));
    return Math.max(known[below], known[Math.max(below, above)]);
  }

  const chosenWidth = () => Number(field("bredde").value) || 0;

  function writeCode() {
    const address = whole(words.rod) + writeQuery();
    const values = { adresse: address.replaceAll("&", "&amp;"), titel: title(), bredde: chosenWidth() || words.bredde };
    values.hoejde = heightOf(chosenWidth());
    const code = words.skabelon.replace(/\{(\w+)\}/g, (_, name) => values[name]);
    document.getElementById("kode-ramme").value = code;
    document.getElementById("kode-script").value = code + "\n" + script;
    document.getElementById("byg-uden-par").hidden = !(ticked("form")[0] === "sammenligning" && !valueOf("sammenlign"));
    showFrame(address);
    window.history.replaceState(null, "", window.location.pathname + writeQuery([...PARAMETERS, "bredde"])); // is kept, and can be sent
  }

  const switches = [...document.querySelectorAll('[name="visbredde"]')];

  /** The width to look at: that of the switch, or else the chosen one. */
  function shownWidth() {
    const on = switches.find((each) => each.checked);
    return on ? Number(on.value) : chosenWidth();
  }

  function showFrame(address) {
    const frame = document.getElementById("forhaandsvisning");
    frame.title = title();
    if (Number(frame.width) !== shownWidth() || frame.src !== address) frame.height = heightOf(shownWidth());
    frame.width = shownWidth();
    if (frame.src !== address) frame.src = address;
  }

  /** A chosen width is looked at; without one the switch says which. */
  function turnSwitch() {
    const room = document.querySelector(".byg-visning").clientWidth;
    const fits = switches.filter((each) => Number(each.value) <= room).pop() || switches[0];
    switches.forEach((each) => (each.checked = chosenWidth() ? Number(each.value) === chosenWidth() : each === fits));
  }

  /** Who ticks panels, or the map, chooses one by one. */
  function choose(input) {
    if (["paneler", "kort"].includes(input.target.name)) tick("form", [OWN]);
    if (input.target.name === "bredde") turnSwitch();
    writeCode();
  }

  document.addEventListener("click", async function (click) {
    const button = click.target.closest("[data-kopier]");
    if (!button) return;
    const area = document.getElementById(button.dataset.kopier);
    try {
      await navigator.clipboard.writeText(area.value);
      button.nextElementSibling.textContent = button.dataset.kopieret;
    } catch (error) {
      area.select(); // no clipboard over plain http: the code stands ready for Ctrl-C
      button.nextElementSibling.textContent = button.dataset.fejl;
    }
  });

  /** Static files all have the page of an empty address: choose here what the address has. */
  function readAddress() {
    const all = new URLSearchParams(window.location.search);
    const asked = (name) => all.getAll(name).filter(Boolean).at(-1) || ""; // of several the last, as the server reads it
    for (const name of ["kommune", "sammenlign", "tal", "bredde", "id"]) if (asked(name)) field(name).value = asked(name);
    for (const name of ["form", "kort", "farve"]) {
      const known = inputs(name).some((each) => each.value === asked(name));
      if (known) tick(name, [asked(name)]);
    }
    const panels = all.getAll("paneler").filter(Boolean).join(",");
    if (!asked("form") && (panels || asked("kort"))) {
      tick("form", [OWN]);
      tick("paneler", panels ? panels.split(",") : inputs("paneler").map((each) => each.value));
    }
    if (isOwn() || asked("farve") || asked("bredde") || asked("id")) document.getElementById("byg-flere").open = true;
  }

  window.addEventListener("message", function (message) {
    const frame = document.getElementById("forhaandsvisning");
    const told = message.data || {};
    if (message.source === frame.contentWindow && told.type === "danmarkskort:hoejde") frame.height = told.height;
  });

  document.documentElement.classList.add("med-script");
  readAddress();
  turnSwitch();
  writeCode();
  form.addEventListener("input", choose);
  form.addEventListener("submit", (sent) => sent.preventDefault());
  switches.forEach((each) => each.addEventListener("change", writeCode));
})();
