"""What points at a person without naming them: age, date, place, establishment, trade, rare family trait."""

import re
from collections.abc import Iterator

from . import motifs_quasi, motifs_vie
from .constats import Constat
from .lexique import marques
from .lieux import chercher_lieux
from .metiers import chercher_metiers
from .motifs_quasi import employeur
from .mots import marques_du_mot, suit_un_nom
from .normalisation import plier
from .orthographe import est_une_coquille
from .temps import chercher_temps

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
_ECOLE = ("SCHOOL", "École nommée.", "une école")
_ETABLISSEMENT = ("FACILITY", "Établissement nommé : peu de gens y sont passés.", "un établissement")
_RUE = ("STREET", "Rue ou lieu précis.", "une rue de mon quartier")
_COMMERCE = ("EMPLOYER", "Commerce ou entreprise nommé.", "un commerce")
_GENRES_SANS_CAPITALE = (
    dict.fromkeys(("ceg", "col", "uni", "pol", "eco"), _ECOLE)
    | dict.fromkeys(("hop", "cls", "chs", "cis", "ciu", "pri", "foy", "res", "pav", "cli"), _ETABLISSEMENT)
    | dict.fromkeys(("rue", "ave", "bou", "ran", "che", "par"), _RUE)
    | dict.fromkeys(("usi", "gar", "dep", "tav"), _COMMERCE)
)
_GENRES = {"hôpital": "un", "urgence": "une", "institut": "un", "clinique": "une"}


def chercher_quasi(texte: str) -> Iterator[Constat]:
    """Yield the quasi-identifiers of a normalised text."""
    for regle, genre, expression, raison, suggestion in (*motifs_quasi.REGLES, *motifs_vie.REGLES):
        for trouve in expression.finditer(texte):
            debut, fin = _bornes(trouve)
            if genre in _PORTENT_UN_NOM and _est_a_quelqu_un(texte, debut, fin):
                continue
            propose = _suggerer(texte[debut:fin], genre, suggestion)
            yield Constat(debut, fin, genre, "quasi", raison, propose, regle)
    yield from chercher_temps(texte)
    yield from chercher_lieux(texte)
    for trouve in employeur().finditer(texte):
        if "p" in _premier_nom(trouve["x"])[1]:
            continue
        yield Constat(*trouve.span("x"), "EMPLOYER", "quasi", "Employeur nommé.", "une entreprise", "employeur")
    yield from _chercher_sans_capitale(texte)
    yield from chercher_metiers(texte)


def _chercher_sans_capitale(texte: str) -> Iterator[Constat]:
    """Yield the establishments and streets written without capital: "cegep de drummondville", "rue champlain"."""
    for trouve in motifs_quasi.SANS_CAPITALE.finditer(texte):
        nom = trouve["nom"]
        if not nom[0].islower() or set(marques_du_mot(nom)) & {"m", "g"} or est_une_coquille(nom):
            continue
        genre, raison, suggestion = _GENRES_SANS_CAPITALE[plier(trouve["tete"].lower())[:3]]
        yield Constat(*trouve.span(), genre, "quasi", raison, suggestion, "sans-capitale")


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
    prenom = "g" not in lettres and ("p" in lettres or ("e" in lettres and "m" not in lettres))
    return prenom and passage[:rang].lower().endswith(_POSSESSIFS)


def porte_un_prenom(passage: str) -> bool:
    """Return whether a capitalised word of the passage is somebody's first name and no common word."""
    lettres = [set(marques_du_mot(trouve[0].lower())) for trouve in _CAPITALE.finditer(passage)]
    return any("m" not in mot and mot & {"p", "e"} for mot in lettres)


def _bornes(trouve: re.Match[str]) -> tuple[int, int]:
    for groupe in ("x", "y", "z", "t"):
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
