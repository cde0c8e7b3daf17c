"""What points at a person without naming them: age, date, place, establishment, trade, rare family trait."""

import re
from collections.abc import Iterator

from .constats import Constat
from .lexique import marques
from .lieux import chercher_lieux
from .motifs_quasi import AGE, DATE_LIEE, REGLES, employeur, metier
from .mots import suit_un_nom
from .normalisation import plier
from .suggestions import annees, epoque

_CAPITALE = re.compile(r"(?<![^\W_])[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:-[^\W\d_]+)*")
# These findings hide the names inside them: not when the name is a person's.
_PORTENT_UN_NOM = {"FACILITY", "SCHOOL", "STREET", "EMPLOYER", "PLACE", "EVENT"}
_POSSESSIFS = (
    " de ",
    " d'",
    "place ",
    "route ",
    "côte ",
    "pont ",
    "parc ",
    "église ",
    "chemin ",
    "quartier ",
    "montée ",
)
_GENRES = {"hôpital": "un", "urgence": "une", "institut": "un", "clinique": "une"}
_FETES = {"8 mars", "1er mai", "10 octobre", "24 juin", "25 decembre", "24 decembre", "1er janvier", "31 decembre"} | {
    "1er juillet", "14 fevrier", "31 octobre", "6 decembre", "20 novembre", "10 decembre", "17 mai", "10 septembre"
}  # fmt: skip


def chercher_quasi(texte: str) -> Iterator[Constat]:
    """Yield the quasi-identifiers of a normalised text."""
    for regle, genre, expression, raison, suggestion in REGLES:
        for trouve in expression.finditer(texte):
            debut, fin = _bornes(trouve)
            if genre in _PORTENT_UN_NOM and _est_a_quelqu_un(texte, debut, fin):
                continue
            propose = _suggerer(texte[debut:fin], genre, suggestion)
            yield Constat(debut, fin, genre, "quasi", raison, propose, regle)
    yield from _chercher_ages(texte)
    yield from _chercher_dates(texte)
    yield from chercher_lieux(texte)
    for trouve in employeur().finditer(texte):
        if "p" in _premier_nom(trouve["x"])[1]:
            continue
        yield Constat(*trouve.span("x"), "EMPLOYER", "quasi", "Employeur nommé.", "une entreprise", "employeur")
    for trouve in metier().finditer(texte):
        raison = "Métier : avec un lieu ou un âge, il désigne quelqu’un."
        yield Constat(*trouve.span("x"), "OCCUPATION", "quasi", raison, "un emploi", "metier")


def _premier_nom(passage: str) -> tuple[int, str]:
    """Return where the first capitalised word after the head of ``passage`` starts, and its marks."""
    trouve = _CAPITALE.search(passage)
    return (trouve.start(), marques(trouve[0])) if trouve else (0, "")


def _est_a_quelqu_un(texte: str, debut: int, fin: int) -> bool:
    """Return whether the passage is a person: "l'école de Mathieu", "à ma place Louise", "Louise St-Pierre"."""
    passage = texte[debut:fin]
    rang, lettres = _premier_nom(passage)
    if rang == 0:
        return suit_un_nom(texte, debut)
    prenom = "p" in lettres and "g" not in lettres
    return prenom and passage[:rang].lower().endswith(_POSSESSIFS)


def _bornes(trouve: re.Match[str]) -> tuple[int, int]:
    for groupe in ("x", "y"):
        if groupe in trouve.re.groupindex and trouve[groupe]:
            return trouve.span(groupe)
    return trouve.span()


def _suggerer(passage: str, genre: str, suggestion: str) -> str:
    bas = passage.lower()
    if genre == "FACILITY":
        general = next((mot for mot in _GENRES if bas.removeprefix("l'").startswith((mot, plier(mot)))), "")
        if general:
            return f"{_GENRES[general]} {general}" if bas.startswith("l'") else general
        return "CISSS de ma région" if bas.startswith("c") and passage[:2].isupper() else suggestion
    if genre == "SCHOOL" and bas.split()[0] in ("école", "cégep", "collège", "université", "polyvalente"):
        return bas.split()[0]
    return suggestion


def _chercher_ages(texte: str) -> Iterator[Constat]:
    if "ans" not in texte.lower():
        return
    for trouve in AGE.finditer(texte):
        debut, fin = _bornes(trouve)
        avant = texte[max(0, debut - 3) : debut].strip().lower()
        yield Constat(debut, fin, "AGE", "quasi", "Âge précis.", annees(texte[debut:fin], avant), "age")


def _chercher_dates(texte: str) -> Iterator[Constat]:
    for trouve in DATE_LIEE.finditer(texte):
        if plier(trouve["x"]) in _FETES:
            continue
        debut = trouve.start() if trouve["lien"] else trouve.start("x")
        yield Constat(
            debut,
            trouve.end(),
            "DATE",
            "quasi",
            "Date plus fine que l’année.",
            epoque(trouve["x"], trouve["lien"]),
            "date",
        )
