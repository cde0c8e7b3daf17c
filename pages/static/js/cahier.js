/* Answers of a workbook: kept in this browser only, key by key, exported as a text file. Nothing is ever sent. */
const barre = document.querySelector("[data-cahier]");
const avis = barre.querySelector("[data-avis]");
const cle = (zone) => `cahier/${barre.dataset.cahier}/${zone.dataset.reponse}`;
const zones = [...document.querySelectorAll("[data-reponse]")];

function lire(zone) {
  try {
    return localStorage.getItem(cle(zone)) ?? "";
  } catch {
    return "";
  }
}

function garder(zone, texte) {
  try {
    if (texte) localStorage.setItem(cle(zone), texte);
    else localStorage.removeItem(cle(zone));
    avis.textContent = "";
  } catch {
    avis.textContent = barre.dataset.plein;
  }
}

function montrer(zone, texte) {
  zone.querySelector(".reponse__papier").textContent = texte;
  zone.classList.toggle("reponse--remplie", texte.trim() !== "");
}

function preparer(zone) {
  const champ = document.createElement("textarea");
  champ.className = "reponse__champ";
  champ.rows = zone.querySelectorAll(".reponse__ligne").length;
  champ.autocomplete = "off";
  champ.setAttribute("aria-labelledby", zone.dataset.nom);
  champ.value = lire(zone);
  const papier = document.createElement("div");
  papier.className = "reponse__papier";
  papier.setAttribute("aria-hidden", "true");
  zone.append(champ, papier);
  zone.classList.add("reponse--active");
  montrer(zone, champ.value);
  champ.addEventListener("input", () => {
    garder(zone, champ.value);
    montrer(zone, champ.value);
  });
}

function texteDe(zone) {
  const dits = zone.dataset.nom.split(" ").map((id) => document.getElementById(id).textContent.trim().replace(/\s+/g, " "));
  return `${dits.join("\n")}\n\n${zone.querySelector("textarea").value.trim()}\n`;
}

function exporter() {
  const texte = [document.querySelector("h1").textContent.trim(), ...zones.map(texteDe)].join("\n\n");
  const lien = document.createElement("a");
  lien.href = URL.createObjectURL(new Blob([texte], { type: "text/plain;charset=utf-8" }));
  lien.download = barre.dataset.fichier;
  lien.click();
  URL.revokeObjectURL(lien.href);
}

function effacer() {
  if (!confirm(barre.dataset.confirmer)) return;
  for (const zone of zones) {
    zone.querySelector("textarea").value = "";
    garder(zone, "");
    montrer(zone, "");
  }
  avis.textContent = barre.dataset.efface;
}

if (zones.length) {
  zones.forEach(preparer);
  barre.hidden = false;
  barre.querySelector('[data-geste="exporter"]').addEventListener("click", exporter);
  barre.querySelector('[data-geste="effacer"]').addEventListener("click", effacer);
}
