/** The page that writes the code for a frame (components/embed/builder.py): every choice is shown and written at once. */
(function () {
  "use strict";

  const form = document.getElementById("byg-form");
  const resultat = document.getElementById("byg-resultat");
  const ord = resultat.dataset;
  const hel = (adresse) => new URL(adresse, window.location.href).href; // static files may not know their host
  const script = ord.script.replace(/src="([^"]*)"/, (_, adresse) => 'src="' + hel(adresse) + '"');
  const PARAMETRE = ["kommune", "sammenlign", "tal", "paneler", "kort", "farve"]; // in the order of components/embed/page.py

  const felt = (navn) => form.elements.namedItem(navn);
  const valgte = (navn) => [...form.querySelectorAll('[name="' + navn + '"]:checked')].map((en) => en.value);

  /** A parameter's value; empty where it is the one that an address has without it. */
  function vaerdi(navn) {
    if (navn === "paneler") {
      const alle = form.querySelectorAll("[name=paneler]").length;
      const nu = valgte("paneler");
      return nu.length === alle ? "" : nu.join(",") || "ingen";
    }
    if (navn === "kort") return valgte("kort")[0] === "nej" && vaerdi("paneler") !== "ingen" ? "nej" : "";
    if (navn === "farve") return valgte("farve")[0] === "tegl" ? "" : valgte("farve")[0];
    const valg = felt(navn);
    if (navn === "tal") return valg.value === valg.dataset.foerste ? "" : valg.value;
    if (navn === "sammenlign" && (!felt("kommune").value || valg.value === felt("kommune").value)) return "";
    return valg.value;
  }

  const forespoergsel = () => {
    const dele = PARAMETRE.map((navn) => [navn, vaerdi(navn)]).filter(([, en]) => en);
    return dele.length ? "?" + dele.map(([navn, en]) => navn + "=" + en).join("&") : "";
  };

  /** What the frame shows, in the words of the options. */
  function titel() {
    const navne = ["kommune", "sammenlign"].filter(vaerdi).map((navn) => felt(navn).selectedOptions[0].dataset.navn);
    return ord.titel.replace("{steder}", navne.join(" og ") || ord.land);
  }

  function skriv() {
    const adresse = hel(ord.rod) + forespoergsel();
    const bredde = felt("bredde").value || ord.bredde;
    const kode = ord.skabelon.replace("{adresse}", () => adresse.replaceAll("&", "&amp;")).replace("{titel}", titel).replace("{bredde}", bredde);
    document.getElementById("kode-ramme").value = kode;
    document.getElementById("kode-script").value = kode + "\n" + script;
    const ramme = document.getElementById("forhaandsvisning");
    ramme.title = titel();
    if (felt("bredde").value) ramme.width = felt("bredde").value;
    else ramme.removeAttribute("width"); // the style sheet's: the whole column
    if (ramme.src !== adresse) ramme.src = adresse;
    window.history.replaceState(null, "", window.location.pathname + forespoergsel()); // the choice is kept, and can be sent
  }

  document.addEventListener("click", async function (klik) {
    const knap = klik.target.closest("[data-kopier]");
    if (!knap) return;
    const felt = document.getElementById(knap.dataset.kopier);
    try {
      await navigator.clipboard.writeText(felt.value);
      knap.nextElementSibling.textContent = knap.dataset.kopieret;
    } catch (fejl) {
      felt.select(); // no clipboard over plain http: the code stands ready for Ctrl-C
      knap.nextElementSibling.textContent = knap.dataset.fejl;
    }
  });

  /** Static files all have the page of an empty address: choose here what the address has. */
  function laesAdressen() {
    const par = new URLSearchParams(window.location.search);
    for (const navn of ["kommune", "sammenlign", "tal", "bredde"]) if (par.get(navn)) felt(navn).value = par.get(navn);
    for (const navn of ["kort", "farve"]) {
      form.querySelectorAll('[name="' + navn + '"]').forEach((en) => (en.checked = par.get(navn) ? en.value === par.get(navn) : en.checked));
    }
    const paneler = par.getAll("paneler").join(",");
    if (paneler) form.querySelectorAll("[name=paneler]").forEach((en) => (en.checked = paneler.split(",").includes(en.value)));
  }

  window.addEventListener("message", function (besked) {
    const ramme = document.getElementById("forhaandsvisning");
    if (besked.source === ramme.contentWindow && besked.data.type === "danmarkskort:hoejde") ramme.height = besked.data.height;
  });

  document.documentElement.classList.add("med-script");
  laesAdressen();
  skriv();
  form.addEventListener("input", skriv);
  form.addEventListener("submit", (indsendt) => indsendt.preventDefault());
})();
