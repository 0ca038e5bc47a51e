/** The page that writes the code for a frame (components/embed/builder.py): every choice is shown and written at once. */
(function () {
  "use strict";

  const form = document.getElementById("byg-form");
  const words = document.getElementById("byg-resultat").dataset;
  const whole = (address) => new URL(address, window.location.href).href; // static files may not know their host
  const script = words.script.replace(/src="([^"]*)"/, (_, address) => 'src="' + whole(address) + '"');
  const PARAMETERS = ["kommune", "sammenlign", "tal", "paneler", "kort", "farve"]; // in the order of components/embed/page.py

  const field = (name) => form.elements.namedItem(name);
  const inputs = (name) => [...form.querySelectorAll('[name="' + name + '"]')];
  const ticked = (name) => inputs(name).filter((each) => each.checked).map((each) => each.value);

  /** A parameter's value; empty where it is the one that an address has without it. */
  function valueOf(name) {
    if (name === "paneler") {
      const now = ticked("paneler");
      return now.length === inputs("paneler").length ? "" : now.join(",") || "ingen";
    }
    if (name === "kort") return ticked("kort")[0] === "nej" && valueOf("paneler") !== "ingen" ? "nej" : "";
    if (name === "farve") return ticked("farve")[0] === "tegl" ? "" : ticked("farve")[0];
    const choice = field(name);
    if (name === "tal") return choice.value === choice.dataset.foerste ? "" : choice.value;
    if (name === "sammenlign" && (!field("kommune").value || choice.value === field("kommune").value)) return "";
    return choice.value;
  }

  function writeQuery() {
    const pairs = PARAMETERS.map((name) => [name, valueOf(name)]).filter(([, value]) => value);
    return pairs.length ? "?" + pairs.map(([name, value]) => name + "=" + value).join("&") : "";
  }

  /** What the frame shows, in the words of the options. */
  function title() {
    const places = ["kommune", "sammenlign"].filter(valueOf).map((name) => field(name).selectedOptions[0].dataset.navn);
    return words.titel.replace("{steder}", places.join(" og ") || words.land);
  }

  function writeCode() {
    const address = whole(words.rod) + writeQuery();
    const width = field("bredde").value || words.bredde;
    const escaped = address.replaceAll("&", "&amp;");
    const code = words.skabelon.replace("{adresse}", () => escaped).replace("{titel}", title).replace("{bredde}", width);
    document.getElementById("kode-ramme").value = code;
    document.getElementById("kode-script").value = code + "\n" + script;
    showFrame(address);
    window.history.replaceState(null, "", window.location.pathname + writeQuery()); // the choice is kept, and can be sent
  }

  function showFrame(address) {
    const frame = document.getElementById("forhaandsvisning");
    frame.title = title();
    if (field("bredde").value) frame.width = field("bredde").value;
    else frame.removeAttribute("width"); // the style sheet's: the whole column
    if (frame.src !== address) frame.src = address;
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
    const asked = new URLSearchParams(window.location.search);
    for (const name of ["kommune", "sammenlign", "tal", "bredde"]) if (asked.get(name)) field(name).value = asked.get(name);
    for (const name of ["kort", "farve"]) {
      const value = asked.get(name);
      if (value) inputs(name).forEach((each) => (each.checked = each.value === value));
    }
    const panels = asked.getAll("paneler").join(",");
    if (panels) inputs("paneler").forEach((each) => (each.checked = panels.split(",").includes(each.value)));
  }

  window.addEventListener("message", function (message) {
    const frame = document.getElementById("forhaandsvisning");
    const told = message.data || {};
    if (message.source === frame.contentWindow && told.type === "danmarkskort:hoejde") frame.height = told.height;
  });

  document.documentElement.classList.add("med-script");
  readAddress();
  writeCode();
  form.addEventListener("input", writeCode);
  form.addEventListener("submit", (sent) => sent.preventDefault());
})();
