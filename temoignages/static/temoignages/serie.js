// One key a flagged passage: r replaces, g keeps, p waits; arrows move. Nothing here is needed: every field is there.
const CHOIX = { r: "remplacer", g: "garder", p: "attendre" };
const decisions = [...document.querySelectorAll("[data-decision]")];
const radio = (decision, valeur) => decision.querySelector(`input[type=radio][value=${valeur}]`);

document.addEventListener("keydown", (evenement) => {
  const { target, key } = evenement;
  if (evenement.ctrlKey || evenement.metaKey || evenement.altKey || !target.matches("input[type=radio]")) return;
  const decision = target.closest("[data-decision]");
  if (!decision) return;
  if (CHOIX[key]) {
    radio(decision, CHOIX[key]).checked = true;
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
