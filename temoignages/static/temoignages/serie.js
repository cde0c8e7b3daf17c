// One key a flagged passage: r replaces, g keeps, p waits; arrows move; m hides the words selected in the proposed
// text. A key acts only where its passage or its text has the focus. Nothing here is needed: every field is there.
const CHOIX = { r: "remplacer", g: "garder", p: "attendre" };
const decisions = [...document.querySelectorAll("[data-decision]")];
const decidees = new Set();
const radio = (decision, valeur) => decision.querySelector(`input[type=radio][value=${valeur}]`);
const avecUneTouche = (evenement) => !(evenement.ctrlKey || evenement.metaKey || evenement.altKey);

document.addEventListener("keydown", (evenement) => {
  const { target, key } = evenement;
  if (!avecUneTouche(evenement) || !target.matches("input[type=radio]")) return;
  const decision = target.closest("[data-decision]");
  if (!decision) return;
  if (CHOIX[key]) {
    radio(decision, CHOIX[key]).checked = true;
    noter(decision);
    if (key === "g") {
      decision.querySelector("select").focus();
    } else {
      suivante(decision, 1);
    }
    evenement.preventDefault();
  } else if (key === "ArrowDown" || key === "ArrowUp") {
    suivante(decision, key === "ArrowDown" ? 1 : -1);
    evenement.preventDefault();
  }
});

function suivante(decision, pas) {
  const autre = decisions[decisions.indexOf(decision) + pas];
  autre?.querySelector("input[type=radio]:checked, input[type=radio]").focus();
}

// What is left to decide, as one goes.
document.addEventListener("change", (evenement) => {
  const decision = evenement.target.closest("[data-decision]");
  if (decision) noter(decision);
});

function noter(decision) {
  const garde = radio(decision, "garder").checked;
  const faite = garde ? decision.querySelector("select").value !== "" : radio(decision, "remplacer").checked;
  decidees[faite ? "add" : "delete"](decision);
  const reste = decision.closest("[data-lecture]")?.querySelector("[data-reste]");
  if (!reste) return;
  const siennes = decisions.filter((autre) => reste.closest("[data-lecture]").contains(autre));
  const nombre = siennes.filter((autre) => !decidees.has(autre)).length;
  const phrase = [reste.dataset.zero, reste.dataset.un][nombre] ?? reste.dataset.autres.replace("{n}", nombre);
  if (reste.textContent !== phrase) reste.textContent = phrase;
}

// Show in the text the passage whose decision has the focus.
document.addEventListener("focusin", ({ target }) => {
  const decision = target.closest("[data-decision]");
  document.querySelectorAll(".est-vise").forEach((marque) => marque.classList.remove("est-vise"));
  decision
    ?.closest("[data-lecture]")
    ?.querySelectorAll(`[data-passage="${decision.dataset.decision}"]`)
    .forEach((marque) => marque.classList.add("est-vise"));
});

// m: carry the selected words to the form that hides them, and say which ones when they come several times.
const texte = document.querySelector("[data-texte]");
const masquer = document.querySelector("[data-masquer]");

function mots(plage) {
  const copie = plage.cloneContents();
  copie.querySelectorAll("sup").forEach((etiquette) => etiquette.remove());
  return copie.textContent;
}

function motif(passage) {
  const mots = passage.split(/\s+/).map((mot) => mot.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/['’]/g, "['’]"));
  const avant = /^[\p{L}\p{N}]/u.test(passage) ? "(?<![\\p{L}\\p{N}_])" : "";
  const apres = /[\p{L}\p{N}]$/u.test(passage) ? "(?![\\p{L}\\p{N}_])" : "";
  return new RegExp(avant + mots.join("\\s+") + apres, "gu");
}

texte?.addEventListener("keydown", (evenement) => {
  const selection = document.getSelection();
  if (evenement.key !== "m" || !avecUneTouche(evenement) || !masquer || selection.isCollapsed) return;
  const plage = selection.getRangeAt(0);
  if (!texte.contains(plage.commonAncestorContainer)) return;
  const choisi = mots(plage);
  const passage = choisi.trim();
  if (!passage) return;
  const avant = document.createRange();
  avant.setStart(texte, 0);
  avant.setEnd(plage.startContainer, plage.startOffset);
  const tout = document.createRange();
  tout.selectNodeContents(texte);
  const debut = mots(avant).length + choisi.length - choisi.trimStart().length;
  const places = [...mots(tout).matchAll(motif(passage))].map((trouve) => trouve.index);
  masquer.querySelector("[name$=passage]").value = passage;
  const rang = places.filter((place) => place <= debut).length;
  masquer.querySelector("[name$=laquelle]").value = places.length > 1 ? rang : "";
  masquer.querySelector("[name$=toutes]").checked = false;
  masquer.querySelector("[name$=type]").focus();
  evenement.preventDefault();
});
