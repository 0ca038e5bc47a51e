/**
 * The search fields: a text field that filters a list as one types, by the pattern "editable combobox with list autocomplete" of the ARIA
 * Authoring Practices. Names and addresses of the options come ready-made from components/screen/picker.py.
 */
(function (dk) {
  "use strict";

  const fields = new Map(); // by the id of the input

  function buildItem(option, number, field) {
    const item = document.createElement(option.gruppe ? "div" : "li"); // lists have items only, groups none
    item.id = field.id + "-" + number;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.adresse = option.adresse;
    item.dataset.organisation = option.organisation || "";
    if (!option.adresse) item.setAttribute("aria-disabled", "true"); // it says why it can't be chosen
    item.textContent = option.navn;
    return item;
  }

  /** A group of options, named by its heading. */
  function buildGroup(text, number, field) {
    const group = document.createElement("div"); // a group may not be a list's item
    const heading = document.createElement("span");
    Object.assign(heading, { id: field.id + "-gruppe-" + number, className: "gruppe", textContent: text });
    group.setAttribute("role", "group");
    group.setAttribute("aria-labelledby", heading.id);
    group.append(heading);
    return group;
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

  /** The options as elements, those of a group together; the group of the best one comes first. */
  function buildItems(found, field) {
    const groups = new Map();
    const items = [];
    found.forEach((option, number) => {
      const isNew = option.gruppe && !groups.has(option.gruppe);
      if (isNew) groups.set(option.gruppe, buildGroup(option.gruppe, number, field));
      const group = groups.get(option.gruppe);
      const item = buildItem(option, number, field);
      if (group) group.append(item);
      if (!group || isNew) items.push(group || item);
    });
    return items;
  }

  /** Show the options that fit what is typed, under their headings, and say how many there are. */
  function openList(field, typed) {
    const found = dk.search(optionsOf(field), typed);
    if (field.id === "vaelg-kommune") found.push(...dk.findOrganisations(typed));
    field.typed = typed;
    field.list.replaceChildren(...buildItems(found, field));
    field.list.hidden = found.length === 0;
    field.input.setAttribute("aria-expanded", String(found.length > 0));
    field.none.textContent = found.length ? "" : describeCount(0);
    dk.say(describeCount(found.length));
    field.box.classList.toggle("uden-forslag", found.length === 0);
    pointAt(field, typed && found.length ? 0 : -1);
  }

  function closeList(field) {
    pointAt(field, -1);
    field.list.hidden = true;
    field.none.textContent = "";
    field.box.classList.remove("uden-forslag");
    field.input.setAttribute("aria-expanded", "false");
  }

  const isPointedAt = (item) => item.getAttribute("aria-selected") === "true";
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

  /** The arrows go through the list; with Alt they only open and close it. */
  function onArrow(field, press) {
    const items = itemsOf(field);
    const current = items.findIndex(isPointedAt);
    const isDown = press.key === "ArrowDown";
    press.preventDefault();
    if (press.altKey && !isDown) giveUp(field);
    else if (field.list.hidden) openAtChoice(field, !press.altKey);
    else if (!press.altKey) pointAt(field, (current + (isDown ? 1 : items.length - (current < 0 ? 0 : 1))) % items.length);
  }

  /** Enter takes the option that is pointed at; in an emptied field it takes the choice away. */
  function onEnter(field, press) {
    const pointed = itemsOf(field).find(isPointedAt);
    const isEmptied = field.input.value === "" && field.remove.isConnected && !field.remove.hidden;
    if (!pointed && !isEmptied) return;
    press.preventDefault();
    if (pointed) return choose(field, pointed);
    closeList(field);
    dk.goTo(field.remove.getAttribute("href"));
  }

  function onKey(field, press) {
    if (press.key === "ArrowDown" || press.key === "ArrowUp") onArrow(field, press);
    if (press.key === "Enter") onEnter(field, press);
    if (press.key !== "Escape") return;
    if (field.list.hidden && !field.none.textContent) field.input.value = "";
    else giveUp(field);
  }

  /** Close the list with nothing chosen: the field says again what the address has. */
  function giveUp(field) {
    closeList(field);
    write(field, dk.currentView());
  }

  /** Open the whole list with the present choice pointed at; without one with the first option, if one is to be pointed at. */
  function openAtChoice(field, isPointing) {
    openList(field, "");
    const chosen = itemsOf(field).findIndex((item) => item.textContent === field.input.value);
    pointAt(field, isPointing ? Math.max(0, chosen) : chosen);
  }

  /** Put a text field into its place, and make it a combobox. */
  function build(slot) {
    const box = slot.closest(".soegefelt");
    const input = document.createElement("input");
    Object.assign(input, { id: slot.dataset.felt, type: "text", placeholder: slot.dataset.hjaelp, autocomplete: "off", spellcheck: false });
    slot.append(input);
    const remove = document.createElement("a");
    Object.assign(remove, { className: "fjern", hidden: true, textContent: "×", tabIndex: -1 }); // by keyboard the field is emptied
    if (input.id !== "vaelg-tal") slot.append(remove);
    box.querySelector("label").htmlFor = input.id;
    const field = { id: input.id, input, remove, box, list: box.querySelector("[role=listbox]"), none: box.querySelector(".ingen-forslag") };
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": field.list.id };
    Object.entries(attributes).forEach(([name, value]) => input.setAttribute(name, value));
    listen(field);
    fields.set(input.id, field);
    return field;
  }

  function listen(field) {
    const { input, list } = field;
    field.remove.addEventListener("click", () => input.focus()); // the cross is about to go
    input.addEventListener("focus", () => input.select());
    if (field.id === "vaelg-kommune") {
      input.addEventListener("focus", () => dk.fetchOrganisations(() => list.hidden || openList(field, field.typed)));
    }
    input.addEventListener("click", () => list.hidden && openList(field, ""));
    input.addEventListener("input", () => openList(field, input.value));
    input.addEventListener("keydown", (press) => onKey(field, press));
    input.addEventListener("blur", () => giveUp(field));
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
    if (field.input === document.activeElement) field.input.select(); // what is typed next takes its place
    writeRemove(field, view, chosen);
  }

  /** The cross that takes a place away; where A goes, a kommune that it was compared with takes its place. */
  function writeRemove(field, view, chosen) {
    field.remove.hidden = !chosen;
    if (!chosen) return;
    const heir = dk.setup.kommuner.includes(view.sammenlign) ? view.sammenlign : "";
    field.remove.setAttribute("href", field.id === "vaelg-kommune" ? "?kommune=" + heir + "&sammenlign=" : "?sammenlign=");
    field.remove.setAttribute("aria-label", dk.setup.fjern.replace("{sted}", chosen.navn));
  }

  /** Put the field for a kommune where it stands, and keep the focus in it. */
  function moveField(to) {
    const box = document.getElementById("vaelg-kommune").closest(".soegefelt");
    if (box.parentElement === to) return;
    const hadFocus = box.contains(document.activeElement);
    to.append(box);
    if (hadFocus) document.getElementById("vaelg-kommune").focus();
  }

  /** Bring the field for a kommune home into the page's head: the panel is about to be another. */
  dk.parkField = () => moveField(document.getElementById("felt-hjem"));

  /** While no kommune is picked its field stands large in the panel. */
  dk.placeField = (view) => moveField((!view.kommune && document.querySelector(".soegeplads")) || document.getElementById("felt-hjem"));

  /** Let every search field show what the address has. */
  dk.writePickers = function (view) {
    document.querySelectorAll(".felt-plads").forEach((slot) => write(fields.get(slot.dataset.felt) || build(slot), view));
    dk.placeField(view);
  };

  dk.part("screen/picker");
})(window.danmarkskort);
