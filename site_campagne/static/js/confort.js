// Reading comfort: what the reader chose is an attribute of <html>, which css/composants/confort.css obeys. Kept in this
// browser only, never sent. A plain script, read before anything is painted: the page never jumps under the eyes.
{
  const CLE = "confort"; // localStorage: {"taille": "grande", …}; nothing when all is as usual
  const NOMS = ["taille", "espace", "lettres"];
  const racine = document.documentElement;

  // What is kept may have been written by another version, or by hand: only short plain words of known names pass.
  const lire = () => {
    try {
      const garde = JSON.parse(localStorage.getItem(CLE)) ?? {};
      return Object.fromEntries(NOMS.map((nom) => [nom, /^[a-z]{1,9}$/.test(garde[nom]) ? garde[nom] : ""]));
    } catch {
      return {};
    }
  };

  const garder = (choix) => {
    try {
      if (NOMS.some((nom) => choix[nom])) localStorage.setItem(CLE, JSON.stringify(choix));
      else localStorage.removeItem(CLE);
      return true;
    } catch {
      return false;
    }
  };

  const appliquer = (choix) => {
    for (const nom of NOMS) {
      if (choix[nom]) racine.setAttribute(`data-${nom}`, choix[nom]);
      else racine.removeAttribute(`data-${nom}`);
    }
  };

  const cocher = (formulaire, choix) => {
    for (const nom of NOMS) {
      const boutons = [...formulaire.elements[nom]];
      (boutons.find((bouton) => bouton.value === choix[nom]) ?? boutons[0]).checked = true;
    }
  };

  appliquer(lire());

  document.addEventListener("DOMContentLoaded", () => {
    const panneau = document.querySelector(".confort");
    if (!panneau) return; // a page of last resort obeys, and has no panel
    const formulaire = panneau.querySelector("form");
    const avis = panneau.querySelector("[role=status]");
    panneau.hidden = false;
    cocher(formulaire, lire());
    formulaire.addEventListener("change", () => {
      const choix = Object.fromEntries(new FormData(formulaire));
      appliquer(choix);
      avis.textContent = garder(choix) ? panneau.dataset.garde : panneau.dataset.refus;
    });
    formulaire.addEventListener("reset", () => {
      appliquer({});
      garder({});
      avis.textContent = panneau.dataset.defait;
    });
    formulaire.addEventListener("submit", (evenement) => evenement.preventDefault());
    // On a wide screen the panel floats over the page: Escape, a click or a focus elsewhere puts it away.
    const replier = () => {
      if (getComputedStyle(formulaire).position === "absolute") panneau.open = false;
    };
    panneau.addEventListener("keydown", (evenement) => {
      if (evenement.key !== "Escape" || !panneau.open) return;
      replier();
      if (!panneau.open) panneau.querySelector("summary").focus();
    });
    addEventListener("click", (evenement) => {
      if (!panneau.contains(evenement.target)) replier();
    });
    panneau.addEventListener("focusout", (evenement) => {
      if (evenement.relatedTarget && !panneau.contains(evenement.relatedTarget)) replier();
    });
  });

  // Another tab, or a page kept whole for Back, follows what was chosen since.
  const suivre = () => {
    const choix = lire();
    appliquer(choix);
    const formulaire = document.querySelector(".confort form");
    if (formulaire) cocher(formulaire, choix);
  };
  addEventListener("pageshow", (evenement) => evenement.persisted && suivre());
  addEventListener("storage", (evenement) => evenement.key === CLE && suivre());
}
