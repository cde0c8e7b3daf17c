"""What points at a person without naming them: age, date, place, establishment, trade, rare family trait."""

import re
from collections.abc import Iterator
from dataclasses import replace

from . import indices, motifs_quasi, motifs_vie
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
# What a text must hold for a slow search to be worth its time.
_INDICES = {
    "famille": re.compile(
        r"jum|tripl|quadr|quint|siam|enfant|frère|frere|s(?:œ|oe)ur|fille|fils|femme|mari|conjoint|gar[çc]on|bébé"
        r"|ex\b|divorc|adopt"
        r"|veu|mère|père|neveu|nièce|aîné|cadet|benjamin|derni|famille|fratrie|orphelin|pupille|troisième|deuxième",
        re.IGNORECASE,
    ),
    "origine": re.compile(
        r"origine|descendance|réfugié|asile|papiers|apatride|[A-ZÉ][a-zéèï]{2}|i[eè]n|ais|ois|ain|cri|inn|inu|juif"
        r"|juive"
    ),
}
# Findings that say one place together, what joins two of them, what stands before the name of a town.
_LIEUX_RELIES = frozenset(["FACILITY", "UNIT", "PLACE", "COMMUNITY", "STREET", "SCHOOL"])
_LIEN = re.compile(r",? (?:de la |de l'|du |de |d'|des |à la |à l'|à |au )|, ")
_TETE = re.compile(
    r"(?:\bl')?\b(?:hôpital|hopital|urgence|clinique|clsc|cégep|cegep|école|caisse|prison|foyer|résidence"
    r"|centre(?: \w{4,12})?"
    r"|ville|refuge|unité|pavillon|étage)(?: (?!dans|près|vers)[a-zà-ÿ]{4,12})? (?:de |d'|du |des |à |en )$",
    re.IGNORECASE,
)
_PORTEE = 40
# What is never said without its territory: "cisss de la gaspesie".
_RESEAUX = frozenset(["cisss", "ciusss", "chsld"])
_TETE_ET_NOM = 2
_GENRES = {"hôpital": "un", "urgence": "une", "institut": "un", "clinique": "une"}


def chercher_quasi(texte: str) -> Iterator[Constat]:
    """Yield the quasi-identifiers of a normalised text."""
    for regle, genre, expression, raison, suggestion in (*motifs_quasi.REGLES, *motifs_vie.REGLES):
        if regle in _INDICES and not _INDICES[regle].search(texte):
            continue
        for trouve in expression.finditer(texte):
            debut, fin = _bornes(trouve)
            if genre in _PORTENT_UN_NOM and _est_a_quelqu_un(texte, debut, fin):
                continue
            propose = _suggerer(texte[debut:fin], genre, suggestion)
            yield Constat(debut, fin, genre, "quasi", raison, propose, regle)
    yield from chercher_temps(texte)
    yield from chercher_lieux(texte)
    for trouve in employeur().finditer(texte):
        if "p" in _premier_nom(trouve["x"])[1] or trouve["x"].lower() in indices.SIGLES:
            continue
        yield Constat(*trouve.span("x"), "EMPLOYER", "quasi", "Employeur nommé.", "une entreprise", "employeur")
    yield from _chercher_sans_capitale(texte)
    yield from chercher_metiers(texte)


def relier(constats: list[Constat], texte: str) -> list[Constat]:
    """Return the findings with those of one place joined: "l'unité 4 Est du pavillon Guy", "l'hôpital de Maria"."""
    relies: list[Constat] = []
    for constat in sorted(constats, key=lambda c: (c.debut, -c.fin)):
        avant = relies[-1] if relies else constat
        lies = {constat.type, avant.type} <= _LIEUX_RELIES and avant.fin < constat.debut
        if lies and _LIEN.fullmatch(texte, avant.fin, constat.debut):
            relies[-1] = replace(avant, fin=constat.fin)
        else:
            relies.append(_avec_sa_tete(constat, texte))
    return relies


def _avec_sa_tete(constat: Constat, texte: str) -> Constat:
    """Return the name of a town with the establishment that stands before it: "la caisse de Val-d'Or"."""
    tete = _TETE.search(texte, max(0, constat.debut - _PORTEE), constat.debut)
    if tete is None or constat.type not in ("PLACE", "COMMUNITY"):
        return constat
    return replace(constat, debut=tete.start(), type="FACILITY", suggestion="un établissement")


def _chercher_sans_capitale(texte: str) -> Iterator[Constat]:
    """Yield the establishments and streets written without capital: "cegep de drummondville", "rue champlain"."""
    for trouve in motifs_quasi.SANS_CAPITALE.finditer(texte):
        nom = trouve["nom"]
        reseau = trouve["tete"].lower() in _RESEAUX and len(trouve[0].split()) > _TETE_ET_NOM
        commun = set(marques_du_mot(nom)) & {"m", "g"} or est_une_coquille(nom)
        if not nom[0].islower() or (commun and not reseau):
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
    for groupe in ("x", "y", "z", "t", "u"):
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
