// A large file goes out with its progress. Without this script the form goes as any other; with it, nothing that was
// typed or chosen is lost when the network is cut or the file refused.

const PAS = 10; // how often the progress is said aloud, in percent

const cadre = document.querySelector("[data-envoi]");
const formulaire = document.querySelector('form[enctype="multipart/form-data"]');
const [barre, etat, alerte, arreter] = ["progress", "[data-envoi-etat]", "[data-envoi-alerte]", "[data-envoi-annuler]"].map(
  (selecteur) => cadre?.querySelector(selecteur),
);
const boutons = formulaire?.querySelectorAll("button[type=submit]") ?? [];
const dit = (nom) => cadre.dataset[`envoi${nom}`];

const occuper = (occupe) => {
  for (const bouton of boutons) bouton.disabled = occupe;
  for (const element of [barre, etat, arreter]) element.hidden = !occupe;
  cadre.hidden = false;
};

const alerter = (message, details = []) => {
  occuper(false);
  alerte.replaceChildren(message);
  if (details.length) {
    const liste = document.createElement("ul");
    liste.append(...details.map((detail) => Object.assign(document.createElement("li"), { textContent: detail })));
    alerte.append(liste);
  }
  alerte.hidden = false;
  alerte.focus();
  alerte.scrollIntoView({ block: "center" });
};

// The page that came back holds the same form with its errors: they are shown here, where the file is still chosen.
const montrerLesErreurs = (html) => {
  const recu = new DOMParser().parseFromString(html, "text/html");
  const erreurs = [...recu.querySelectorAll('form[enctype="multipart/form-data"] .error-message, .help-critical:not([data-envoi-alerte])')];
  const phrases = erreurs.map((erreur) => {
    const champ = erreur.closest("[data-field-wrapper], .w-field__wrapper")?.querySelector("label, legend");
    const nom = champ?.firstChild?.textContent.trim();
    return [nom, erreur.textContent.trim()].filter(Boolean).join(" : ");
  });
  if (phrases.length) alerter(dit("Refus"), phrases);
  else alerter(dit("Erreur"));
};

const envoyer = () => {
  const requete = new XMLHttpRequest();
  let annoncee = -PAS;
  requete.open("POST", formulaire.action);
  // Wagtail then answers with the list alone, and keeps its message for the page that we open.
  requete.setRequestHeader("X-Requested-With", "XMLHttpRequest");
  requete.upload.addEventListener("progress", ({ loaded, total, lengthComputable }) => {
    if (!lengthComputable) return;
    const part = Math.floor((100 * loaded) / total);
    barre.value = part;
    if (part - annoncee < PAS) return;
    annoncee = part;
    etat.textContent = `${dit("Part")} ${part} %`;
  });
  requete.upload.addEventListener("load", () => { etat.textContent = dit("Fini"); });
  requete.addEventListener("load", () => {
    if (requete.status >= 400) alerter(dit("Erreur"));
    else if (requete.responseURL === formulaire.action) montrerLesErreurs(requete.responseText);
    else location.assign(requete.responseURL);
  });
  requete.addEventListener("error", () => alerter(dit("Coupe")));
  requete.addEventListener("timeout", () => alerter(dit("Coupe")));
  requete.addEventListener("abort", () => alerter(dit("Coupe")));
  arreter.onclick = () => requete.abort();
  alerte.hidden = true;
  barre.value = 0;
  occuper(true);
  requete.send(new FormData(formulaire));
};

// Wagtail's own progress says « … » for half a minute, whatever comes.
for (const bouton of boutons) bouton.removeAttribute("data-controller");

formulaire?.addEventListener("submit", (evenement) => {
  if (!cadre || !formulaire.querySelector("input[type=file]").files.length) return;
  evenement.preventDefault();
  envoyer();
});
