// What is typed in the space of a resource is kept by this tab until the site has it: a connection may drop.
// sessionStorage and not localStorage: a shared computer forgets it with the tab. Signing out erases it.
const PREFIXE = "brouillon/";
const CACHES = ["cle", "revision"]; // which event, which version: they follow the words, nobody typed them

const memoire = (geste) => {
  try {
    return geste(sessionStorage);
  } catch {
    return null; // storage refused or full: the form still works as without this module
  }
};
const oublier = (cle) => memoire((m) => m.removeItem(cle));
const cles = () => memoire((m) => Object.keys(m).filter((cle) => cle.startsWith(PREFIXE))) ?? [];
const lire = (cle) => JSON.parse(memoire((m) => m.getItem(cle)) ?? "null");

const saisie = (formulaire) =>
  [...new FormData(formulaire)].filter(([nom, valeur]) => nom !== "csrfmiddlewaretoken" && typeof valeur === "string");
const typee = (paires) => JSON.stringify(paires.filter(([nom]) => !CACHES.includes(nom)));

function remettre(formulaire, paires) {
  for (const champ of formulaire.elements) {
    if (!champ.name || champ.name === "csrfmiddlewaretoken" || champ.type === "submit") continue;
    const valeurs = paires.filter(([nom]) => nom === champ.name).map(([, valeur]) => valeur);
    if (champ.type === "checkbox" || champ.type === "radio") champ.checked = valeurs.includes(champ.value);
    else if (valeurs.length) champ.value = valeurs[0];
  }
}

function veiller(formulaire) {
  const compte = `${PREFIXE}${formulaire.dataset.brouillon}/`;
  const ici = `${compte}${location.pathname}`;
  for (const cle of cles()) if (!cle.startsWith(compte)) oublier(cle);
  const garder = () => memoire((m) => m.setItem(ici, JSON.stringify(saisie(formulaire))));
  formulaire.addEventListener("input", garder);
  formulaire.addEventListener("submit", garder);

  const laisse = lire(ici);
  if (!laisse || typee(laisse) === typee(saisie(formulaire))) return;
  const offre = document.querySelector("[data-brouillon-offre]");
  const fermer = () => {
    offre.hidden = true;
    formulaire.querySelector("input:not([type=hidden]), select, textarea").focus();
  };
  offre.querySelector("[data-geste=reprendre]").addEventListener("click", () => {
    remettre(formulaire, laisse);
    garder();
    fermer();
  });
  offre.querySelector("[data-geste=oublier]").addEventListener("click", () => {
    oublier(ici);
    fermer();
  });
  offre.hidden = false;
}

const recu = document.querySelector("[data-brouillon-recu]")?.dataset.brouillonRecu;
if (recu) {
  for (const cle of cles()) if (lire(cle).some(([nom, valeur]) => nom === "cle" && valeur === recu)) oublier(cle);
}
document.querySelector(".espace-sortie")?.addEventListener("submit", () => cles().forEach(oublier));
document.querySelectorAll("[data-brouillon]").forEach(veiller);
