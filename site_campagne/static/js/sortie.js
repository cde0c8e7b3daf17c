// Quick exit. Without this module the link still leads to the weather; with it the page is hidden at once,
// leaves no entry in the history, obeys Shift pressed three times, and does not come back with Back.
const LIEN = ".sortie";
const ADRESSE = "https://meteo.gc.ca/";
const DELAI = 1500; // ms between the first and the third Shift
const TEMOIN = "sortie"; // sessionStorage: this tab has left; holds nothing else

const memoire = (geste) => {
  try {
    return geste(sessionStorage);
  } catch {
    return null; // storage refused by the browser: only the return by Back is less well covered
  }
};

function sortir() {
  document.documentElement.classList.add("sortie-en-cours");
  document.title = "Météo";
  memoire((m) => m.setItem(TEMOIN, "1"));
  location.replace(document.querySelector(LIEN)?.href ?? ADRESSE);
}

document.addEventListener("click", (evenement) => {
  if (!evenement.target.closest(LIEN)) return;
  evenement.preventDefault();
  sortir();
});

let appuis = [];
document.addEventListener("keydown", (evenement) => {
  if (evenement.repeat) return;
  if (evenement.key !== "Shift") {
    appuis = [];
    return;
  }
  appuis = [...appuis.filter((instant) => evenement.timeStamp - instant < DELAI), evenement.timeStamp];
  if (appuis.length === 3) sortir();
});

// Back (or Forward) into a page of this site after an exit leaves again; a visit typed or followed does not.
const parHistorique = () => performance.getEntriesByType("navigation")[0]?.type === "back_forward";
const aQuitte = () => memoire((m) => m.getItem(TEMOIN)) === "1";
if (aQuitte() && parHistorique()) sortir();
else memoire((m) => m.removeItem(TEMOIN));
addEventListener("pageshow", (evenement) => {
  if (evenement.persisted && aQuitte()) sortir();
});
