// The checklist of the page editor. Without this script the list is still there, as of the last load.

const champDe = (chemin) =>
  document.querySelector(
    chemin.split(".").map((part) => `[data-contentpath="${CSS.escape(part)}"]`).join(" "),
  );

// The nearest field that exists: a block that was removed since leaves its body.
const plusProche = (chemin) => {
  const parts = chemin.split(".");
  for (let longueur = parts.length; longueur; longueur -= 1) {
    const champ = champDe(parts.slice(0, longueur).join("."));
    if (champ) return champ;
  }
  return null;
};

const montrer = (champ) => {
  const onglet = champ.closest('[role="tabpanel"][hidden]');
  if (onglet) document.querySelector(`[role="tab"][href="#${onglet.id}"]`)?.click();
  champ.scrollIntoView({ block: "center" });
  // What one writes in, before any button; what is not shown (the source of a rich text) takes no focus.
  const champs = champ.querySelectorAll("input:not([type=hidden]), textarea, select, [contenteditable=true]");
  [...champs, ...champ.querySelectorAll("button")].find((element) => element.checkVisibility())?.focus();
};

document.addEventListener("click", (evenement) => {
  const lien = evenement.target.closest("a[data-champ]");
  const champ = lien && plusProche(lien.dataset.champ);
  if (!champ) return;
  evenement.preventDefault();
  montrer(champ);
});

document.addEventListener("w-autosave:success", async () => {
  const liste = document.querySelector("[data-portes]");
  if (!liste) return;
  const reponse = await fetch(liste.dataset.portes, { headers: { "x-requested-with": "XMLHttpRequest" } });
  if (reponse.ok) liste.innerHTML = await reponse.text();
});
