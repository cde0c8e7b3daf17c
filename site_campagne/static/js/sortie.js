// Quick exit. Without this script the link still leads to the weather; with it the page is hidden and silenced at
// once, leaves no entry in the history, obeys Shift pressed three times, and does not come back with Back.
// A plain script, read before anything is painted: a page that was left must not show again, even for a blink.
{
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

  const sortir = () => {
    document.documentElement.classList.add("sortie-en-cours");
    document.title = document.documentElement.lang.startsWith("en") ? "Weather" : "Météo";
    // A page that is not displayed still speaks.
    for (const media of document.querySelectorAll("audio, video")) media.pause();
    memoire((m) => m.setItem(TEMOIN, "1"));
    location.replace(document.querySelector(LIEN)?.href ?? ADRESSE);
  };

  document.addEventListener("click", (evenement) => {
    if (!evenement.target.closest(LIEN)) return;
    evenement.preventDefault();
    sortir();
  });

  // Only Shift pressed alone counts: with a letter, an arrow or the mouse it writes or selects, with Alt or Ctrl it
  // changes the keyboard, with the wheel it scrolls; each starts over.
  let seul = false;
  let appuis = [];
  const recommencer = () => {
    seul = false;
    appuis = [];
  };
  const AUTRES = ["Alt", "AltGraph", "Control", "Meta"];
  addEventListener("pointerdown", recommencer, true);
  addEventListener("wheel", recommencer, { capture: true, passive: true });
  addEventListener("keydown", (evenement) => {
    if (evenement.key !== "Shift") recommencer();
    else if (!evenement.repeat) seul = !AUTRES.some((touche) => evenement.getModifierState(touche));
  }, true);
  addEventListener("keyup", (evenement) => {
    if (evenement.key !== "Shift" || !seul) return;
    seul = false;
    appuis = [...appuis.filter((instant) => evenement.timeStamp - instant < DELAI), evenement.timeStamp];
    if (appuis.length === 3) sortir();
  }, true);

  // Said by a screen reader on the link only where the keys do work.
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelector(LIEN)?.setAttribute("aria-describedby", "sortie-touche sortie-trace");
  });

  // Back (or Forward) into a page of this site after an exit leaves again; a visit typed or followed does not.
  const parHistorique = () => {
    const [arrivee] = performance.getEntriesByType("navigation");
    return arrivee ? arrivee.type === "back_forward" : performance.navigation?.type === 2; // the older way to ask
  };
  const aQuitte = () => memoire((m) => m.getItem(TEMOIN)) === "1";
  if (aQuitte() && parHistorique()) sortir();
  else memoire((m) => m.removeItem(TEMOIN));
  addEventListener("pageshow", (evenement) => {
    if (evenement.persisted && aQuitte()) sortir();
  });
}
