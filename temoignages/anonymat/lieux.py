"""Municipalities and Indigenous communities, by their names, with or without their hyphens and capitals."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from .constats import Constat
from .lexique import lire_liste, marques
from .mots import suit_un_nom
from .normalisation import plier

_LIEUX_DITS = {
    "COMMUNITY": ("Communauté autochtone nommée.", "ma communauté"),
    "PLACE": ("Municipalité ou quartier nommé.", "ma ville"),
}
_TOPONYME = re.compile(
    r"(?<![\w-])(?:(?:L'|La |Le )?[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:[':-][^\W\d_]+)*(?: "
    r"(?:d')?[A-ZÀ-ÖØ-Þ][^\W\d_]+)?|[^\W\d_]{4,}(?:-[^\W\d_]+)*)"
)
_ATOME = re.compile(r"[^\W\d_]+")
# Between the words of a name written without its hyphens: "baie comeau", "val d or", "St Jean de Matha".
_JOINTS = frozenset([" ", "'", "-", "- ", " - "])
_MOTS_MAXIMUM = 6
# A town that is also a first name or a surname (Alma, Mercier) is a town only where someone lives, goes or comes from.
_SEJOUR = re.compile(
    r"\b(?:n[ée]e?s?|rest\w{1,5}|habit\w{1,6}|vi[st]|vivais|vivait|viens|vient|venue?|hôpital|unité|clsc|ville"
    r"|village|allée?|"
    r"déménag\w{1,5}|arriv\w{1,5}|retour\w{0,5}|région|route|psychiatrie|centre|urgence) (?:à|a|de|d'|vers"
    r"|près de)[ ]?$",
    re.IGNORECASE,
)
_VERS = re.compile(r"\b(?:à|a|de|d'|vers) ?$", re.IGNORECASE)
_PORTEE = 40
_SAINT = {"st": "saint", "ste": "sainte"}


@lru_cache(maxsize=1)
def _lieux() -> dict[str, str]:
    """Return the kind of place by folded name."""
    genres = {"municipalite": "PLACE", "communaute": "COMMUNITY"}
    localites = dict.fromkeys(map(plier, lire_liste("localites")[""]), "PLACE")
    return localites | {
        plier(nom): genres[rubrique] for rubrique, noms in lire_liste("lieux").items() if rubrique for nom in noms
    }


@lru_cache(maxsize=1)
def _composes() -> dict[str, list[tuple[str, ...]]]:
    """Return the names of several words by their first, the longest first, for those who leave out hyphens."""
    composes: dict[str, list[tuple[str, ...]]] = {}
    for nom in _lieux():
        mots = tuple(_ATOME.findall(nom))
        if 1 < len(mots) <= _MOTS_MAXIMUM and mots[0] not in ("l", "la", "le", "les"):
            composes.setdefault(mots[0], []).append(mots)
    for suites in composes.values():
        suites.sort(key=len, reverse=True)
    return composes


def chercher_lieux(texte: str) -> Iterator[Constat]:
    """Yield the places of a normalised text; without capital only those that are not words."""
    for trouve in _TOPONYME.finditer(texte):
        mots = trouve[0].split(" ")
        essais = [trouve[0], mots[0], mots[-1], " ".join(mots[:2])] if len(mots) > 1 else mots
        for nom in essais:
            genre = _lieux().get(plier(nom))
            rang = trouve.start() + trouve[0].index(nom)
            if genre and _est_un_lieu(texte, rang, nom):
                yield _constat(rang, rang + len(nom), genre)
                break
    yield from _chercher_composes(texte)


def _est_un_lieu(texte: str, debut: int, nom: str) -> bool:
    """Return whether a place name is one here: neither a common word, nor somebody's first name or surname."""
    lettres = marques(nom)
    if (not nom[0].isupper() and "m" in lettres) or suit_un_nom(texte, debut):
        return False
    if nom[0].islower() and "p" not in lettres and _VERS.search(texte, max(0, debut - _PORTEE), debut):
        return True
    return not set(lettres) & {"p", "n", "e"} or _SEJOUR.search(texte, max(0, debut - _PORTEE), debut) is not None


def _chercher_composes(texte: str) -> Iterator[Constat]:
    """Yield the names of several words whatever separates them: one dictionary access a word, a few comparisons."""
    atomes = [(trouve.start(), trouve.end(), plier(trouve[0])) for trouve in _ATOME.finditer(texte)]
    for rang, (debut, _, mot) in enumerate(atomes):
        for suite in _composes().get(_SAINT.get(mot, mot), ()):
            tranche = atomes[rang : rang + len(suite)]
            if tuple(_SAINT.get(atome, atome) for _, _, atome in tranche) != suite:
                continue
            espaces = {texte[gauche[1] : droite[0]] for gauche, droite in pairwise(tranche)}
            if espaces <= _JOINTS and _se_lit_comme_un_lieu(texte, tranche):
                yield _constat(debut, tranche[-1][1], _lieux().get("-".join(suite), "PLACE"))
                break


def _se_lit_comme_un_lieu(texte: str, tranche: list[tuple[int, int, str]]) -> bool:
    """Return whether the words are a place: "Baie Comeau", "à trois rivieres", not "Montréal est grand"."""
    debut, dernier = tranche[0][0], tranche[-1][0]
    if suit_un_nom(texte, debut) or texte[debut - 1 : debut] == "-":
        return False
    if texte[debut].isupper() or texte[dernier].isupper():
        return texte[debut].isupper() and texte[dernier].isupper()
    inconnu = any("m" not in marques(texte[gauche:droite]) for gauche, droite, _ in tranche)
    return inconnu or _VERS.search(texte, max(0, debut - _PORTEE), debut) is not None


def _constat(debut: int, fin: int, genre: str) -> Constat:
    raison, suggestion = _LIEUX_DITS[genre]
    return Constat(debut, fin, genre, "quasi", raison, suggestion, "lieu")
