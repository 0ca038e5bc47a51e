/**
 * The search fields: a text field that filters a list as one types (WAI-ARIA combobox with list autocomplete).
 * Names, search words and addresses of the options come ready-made from components/screen/picker.py.
 */
(function (dk) {
  "use strict";

  const felter = new Map();

  /** Options that have, for each typed word, a search word that begins with it; names that begin as typed come first. */
  function find(valg, skrevet) {
    const tekst = skrevet.trim().toLowerCase();
    const ord = tekst.split(/\s+/).filter(Boolean);
    const fundet = valg.filter((en) => ord.every((et) => (" " + en.soeg).includes(" " + et)));
    const foerst = (en) => (en.navn.toLowerCase().startsWith(tekst) ? 0 : 1);
    return tekst ? fundet.sort((en, anden) => foerst(en) - foerst(anden)) : fundet;
  }

  function byggPunkt(en, nummer, felt) {
    const punkt = document.createElement("li");
    punkt.id = felt.id + "-" + nummer;
    punkt.setAttribute("role", "option");
    punkt.setAttribute("aria-selected", "false");
    punkt.dataset.adresse = en.adresse;
    punkt.textContent = en.navn;
    return punkt;
  }

  /** What a field offers: as second place only what the first can be compared with. */
  function valgTil(felt) {
    const { kommune } = dk.tolk(window.location.search);
    const alle = dk.opsaetning.valg[felt.id];
    return felt.id === "vaelg-sammenligning" ? alle.filter((en) => dk.findesPar(kommune, en.kode)) : alle;
  }

  /** Show the options that fit what is typed, under their headings, and say how many there are. */
  function visListe(felt, skrevet) {
    const fundet = find(valgTil(felt), skrevet);
    const dele = [];
    fundet.forEach((en, nummer) => {
      if (en.gruppe && (nummer === 0 || fundet[nummer - 1].gruppe !== en.gruppe)) {
        const overskrift = document.createElement("li");
        overskrift.className = "gruppe";
        overskrift.setAttribute("role", "presentation");
        overskrift.textContent = en.gruppe;
        dele.push(overskrift);
      }
      dele.push(byggPunkt(en, nummer, felt));
    });
    felt.liste.replaceChildren(...dele);
    felt.liste.hidden = fundet.length === 0;
    felt.input.setAttribute("aria-expanded", String(fundet.length > 0));
    const saetninger = dk.opsaetning.forslag;
    felt.antal.textContent = fundet.length === 0 ? saetninger.ingen : fundet.length === 1 ? saetninger.et : saetninger.flere.replace("{antal}", fundet.length);
    felt.omraade.classList.toggle("uden-forslag", fundet.length === 0);
    peg(felt, skrevet && fundet.length ? 0 : -1);
  }

  function skjulListe(felt) {
    felt.liste.hidden = true;
    felt.antal.textContent = "";
    felt.omraade.classList.remove("uden-forslag");
    felt.input.setAttribute("aria-expanded", "false");
    felt.input.removeAttribute("aria-activedescendant");
  }

  const punkter = (felt) => [...felt.liste.querySelectorAll("[role=option]")];

  /** Point at an option without choosing it; fetch ahead what it leads to. */
  function peg(felt, nummer) {
    punkter(felt).forEach((punkt, plads) => punkt.setAttribute("aria-selected", String(plads === nummer)));
    const punkt = punkter(felt)[nummer];
    if (!punkt) {
      felt.input.removeAttribute("aria-activedescendant");
      return;
    }
    felt.input.setAttribute("aria-activedescendant", punkt.id);
    punkt.scrollIntoView({ block: "nearest" });
    dk.hentForud(dk.flet(punkt.dataset.adresse));
  }

  function vaelg(felt, punkt) {
    skjulListe(felt);
    dk.gaaTil(punkt.dataset.adresse);
    skriv(felt, dk.tolk(window.location.search));
  }

  function tast(felt, tryk) {
    const alle = punkter(felt);
    const nu = alle.findIndex((punkt) => punkt.getAttribute("aria-selected") === "true");
    const aaben = !felt.liste.hidden;
    if (tryk.key === "ArrowDown" || tryk.key === "ArrowUp") {
      tryk.preventDefault();
      if (!aaben) aabnPaaValgt(felt);
      else peg(felt, (nu + (tryk.key === "ArrowDown" ? 1 : alle.length - (nu < 0 ? 0 : 1))) % alle.length);
    } else if (tryk.key === "Enter" && aaben && alle[nu]) {
      tryk.preventDefault();
      vaelg(felt, alle[nu]);
    } else if (tryk.key === "Escape") {
      skjulListe(felt);
      skriv(felt, dk.tolk(window.location.search));
    }
  }

  /** Open the whole list with the present choice pointed at, or the first option. */
  function aabnPaaValgt(felt) {
    visListe(felt, "");
    peg(felt, Math.max(0, valgTil(felt).findIndex((en) => en.navn === felt.input.value)));
  }

  /** Put a text field into its place, and make it a combobox. */
  function byg(plads) {
    const omraade = plads.closest(".soegefelt");
    const input = document.createElement("input");
    Object.assign(input, { id: plads.dataset.felt, type: "text", placeholder: plads.dataset.hjaelp, autocomplete: "off", spellcheck: false });
    plads.append(input);
    omraade.querySelector("label").htmlFor = input.id;
    const felt = { id: input.id, input, omraade, liste: omraade.querySelector("[role=listbox]"), antal: omraade.querySelector("[role=status]") };
    const egenskaber = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": felt.liste.id };
    Object.entries(egenskaber).forEach(([navn, vaerdi]) => input.setAttribute(navn, vaerdi));
    input.addEventListener("focus", () => input.select());
    input.addEventListener("click", () => felt.liste.hidden && visListe(felt, ""));
    input.addEventListener("input", () => visListe(felt, input.value));
    input.addEventListener("keydown", (tryk) => tast(felt, tryk));
    input.addEventListener("blur", () => {
      skjulListe(felt);
      skriv(felt, dk.tolk(window.location.search));
    });
    felt.liste.addEventListener("pointerdown", (tryk) => tryk.preventDefault()); // the field keeps the focus
    felt.liste.addEventListener("click", (klik) => {
      const punkt = klik.target.closest("[role=option]");
      if (punkt) vaelg(felt, punkt);
    });
    felter.set(input.id, felt);
    return felt;
  }

  /** The name of what the address has for a field. */
  function skriv(felt, visning) {
    const kode = { "vaelg-kommune": visning.kommune, "vaelg-sammenligning": visning.sammenlign, "vaelg-tal": visning.tal }[felt.id];
    const valgt = dk.opsaetning.valg[felt.id].find((en) => en.kode === kode);
    felt.input.value = valgt ? valgt.navn : "";
  }

  /** Let every search field show what the address has. */
  dk.skrivSoegefelter = function (visning) {
    document.querySelectorAll(".felt-plads").forEach((plads) => skriv(felter.get(plads.dataset.felt) || byg(plads), visning));
  };
})((window.danmarkskort = window.danmarkskort || {}));
