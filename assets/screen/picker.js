/**
 * The search fields: a text field that filters a list as one types (WAI-ARIA combobox with list autocomplete).
 * Names, search words and addresses of the options come ready-made from components/screen/picker.py.
 */
(function (dk) {
  "use strict";

  const fields = new Map(); // by the id of the input

  /** Options that have, for each typed word, a search word that begins with it; names that begin as typed come first. */
  function search(options, typed) {
    const text = typed.trim().toLowerCase();
    const words = text.split(/\s+/).filter(Boolean);
    const found = options.filter((option) => words.every((word) => (" " + option.soeg).includes(" " + word)));
    const rank = (option) => (option.navn.toLowerCase().startsWith(text) ? 0 : 1);
    return text ? found.sort((one, other) => rank(one) - rank(other)) : found;
  }

  function buildItem(option, number, field) {
    const item = document.createElement("li");
    item.id = field.id + "-" + number;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.adresse = option.adresse;
    item.dataset.organisation = option.organisation || "";
    if (!option.adresse) item.setAttribute("aria-disabled", "true"); // it says why it can't be chosen
    item.textContent = option.navn;
    return item;
  }

  function buildHeading(text) {
    const heading = document.createElement("li");
    heading.className = "gruppe";
    heading.setAttribute("role", "presentation");
    heading.textContent = text;
    return heading;
  }

  /** What a field offers: as second place only what the first can be compared with. */
  function optionsOf(field) {
    const { kommune } = dk.currentView();
    const all = dk.setup.valg[field.id];
    return field.id === "vaelg-sammenligning" ? all.filter((option) => dk.hasPair(kommune, option.kode)) : all;
  }

  /** How many options there are, in words. */
  function describeCount(count) {
    const sentences = dk.setup.forslag;
    return count === 0 ? sentences.ingen : count === 1 ? sentences.et : sentences.flere.replace("{antal}", count);
  }

  /** Show the options that fit what is typed, under their headings, and say how many there are. */
  function openList(field, typed) {
    const found = search(optionsOf(field), typed);
    if (field.id === "vaelg-kommune") found.push(...dk.findOrganisations(typed, search));
    const items = [];
    found.forEach((option, number) => {
      if (option.gruppe && (number === 0 || found[number - 1].gruppe !== option.gruppe)) items.push(buildHeading(option.gruppe));
      items.push(buildItem(option, number, field));
    });
    field.typed = typed;
    field.list.replaceChildren(...items);
    field.list.hidden = found.length === 0;
    field.input.setAttribute("aria-expanded", String(found.length > 0));
    field.count.textContent = describeCount(found.length);
    field.box.classList.toggle("uden-forslag", found.length === 0);
    pointAt(field, typed && found.length ? 0 : -1);
  }

  function closeList(field) {
    field.list.hidden = true;
    field.count.textContent = "";
    field.box.classList.remove("uden-forslag");
    field.input.setAttribute("aria-expanded", "false");
    field.input.removeAttribute("aria-activedescendant");
  }

  const itemsOf = (field) => [...field.list.querySelectorAll("[role=option]")];

  /** Point at an option without choosing it; fetch ahead what it leads to. */
  function pointAt(field, number) {
    itemsOf(field).forEach((item, place) => item.setAttribute("aria-selected", String(place === number)));
    const item = itemsOf(field)[number];
    if (!item) {
      field.input.removeAttribute("aria-activedescendant");
      return;
    }
    field.input.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
    if (item.dataset.adresse) dk.fetchAhead(dk.applyLink(item.dataset.adresse));
  }

  function choose(field, item) {
    if (!item.dataset.adresse) return;
    closeList(field);
    dk.seekOrganisation(item.dataset.organisation);
    dk.goTo(item.dataset.adresse);
    write(field, dk.currentView());
  }

  function onKey(field, press) {
    const items = itemsOf(field);
    const current = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
    const isOpen = !field.list.hidden;
    if (press.key === "ArrowDown" || press.key === "ArrowUp") {
      press.preventDefault();
      if (!isOpen) openAtChoice(field);
      else pointAt(field, (current + (press.key === "ArrowDown" ? 1 : items.length - (current < 0 ? 0 : 1))) % items.length);
    } else if (press.key === "Enter" && isOpen && items[current]) {
      press.preventDefault();
      choose(field, items[current]);
    } else if (press.key === "Escape") {
      closeList(field);
      write(field, dk.currentView());
    }
  }

  /** Open the whole list with the present choice pointed at, or the first option. */
  function openAtChoice(field) {
    openList(field, "");
    pointAt(field, Math.max(0, optionsOf(field).findIndex((option) => option.navn === field.input.value)));
  }

  /** Put a text field into its place, and make it a combobox. */
  function build(slot) {
    const box = slot.closest(".soegefelt");
    const input = document.createElement("input");
    Object.assign(input, { id: slot.dataset.felt, type: "text", placeholder: slot.dataset.hjaelp, autocomplete: "off", spellcheck: false });
    slot.append(input);
    box.querySelector("label").htmlFor = input.id;
    const field = { id: input.id, input, box, list: box.querySelector("[role=listbox]"), count: box.querySelector("[role=status]") };
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": field.list.id };
    Object.entries(attributes).forEach(([name, value]) => input.setAttribute(name, value));
    listen(field);
    fields.set(input.id, field);
    return field;
  }

  function listen(field) {
    const { input, list } = field;
    input.addEventListener("focus", () => input.select());
    if (field.id === "vaelg-kommune") {
      input.addEventListener("focus", () => dk.fetchOrganisations(() => list.hidden || openList(field, field.typed)));
    }
    input.addEventListener("click", () => list.hidden && openList(field, ""));
    input.addEventListener("input", () => openList(field, input.value));
    input.addEventListener("keydown", (press) => onKey(field, press));
    input.addEventListener("blur", () => {
      closeList(field);
      write(field, dk.currentView());
    });
    list.addEventListener("pointerdown", (press) => press.preventDefault()); // the field keeps the focus
    list.addEventListener("click", (click) => {
      const item = click.target.closest("[role=option]");
      if (item) choose(field, item);
    });
  }

  /** The name of what the address has for a field. */
  function write(field, view) {
    const code = { "vaelg-kommune": view.kommune, "vaelg-sammenligning": view.sammenlign, "vaelg-tal": view.tal }[field.id];
    const chosen = dk.setup.valg[field.id].find((option) => option.kode === code);
    field.input.value = chosen ? chosen.navn : "";
  }

  /** Let every search field show what the address has. */
  dk.writePickers = function (view) {
    document.querySelectorAll(".felt-plads").forEach((slot) => write(fields.get(slot.dataset.felt) || build(slot), view));
  };

  dk.part("screen/picker");
})(window.danmarkskort);
