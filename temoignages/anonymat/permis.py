"""Names that identify nobody: resources, regions, public figures, public institutions, drugs, feasts."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from . import indices
from .lexique import lire_liste, marques
from .mots import suit_un_nom
from .normalisation import normaliser, plier

_ATOME = re.compile(r"[^\W_]+")
_HUMAINS = frozenset(map(plier, indices.HUMAINS))
_ETATS = frozenset(map(plier, indices.ETATS))
_NOMMER = {"appelle", "appelait", "appelles", "nomme", "nommait", "prenomme", "surnomme"}
# "à Sainte-Catherine", "sur Saint-Laurent" are places; "la Sainte-Catherine" is a feast.
_AVANT_UN_LIEU = {"a", "sur", "rue", "coin", "vers", "station", "metro", "de"}
_ARTICLES = {"le", "la", "les", "l", "au", "aux"}

Index = dict[str, list[tuple[str, ...]]]


@lru_cache(maxsize=16)
def indexer(permis: tuple[str, ...]) -> Index:
    """Return the allowed names as tuples of folded words, by first word, the longest first; articles do not count."""
    index: Index = {}
    for nom in permis:
        atomes = [plier(atome) for atome in _ATOME.findall(normaliser(nom).texte)]
        while len(atomes) > 1 and atomes[0] in _ARTICLES:
            atomes = atomes[1:]
        if atomes and tuple(atomes) not in index.setdefault(atomes[0], []):
            index[atomes[0]].append(tuple(atomes))
    for suites in index.values():
        suites.sort(key=len, reverse=True)
    return index


@lru_cache(maxsize=1)
def index_public() -> Index:
    """Return the index of the curated names shipped with the detector (``donnees/permis.txt``)."""
    return indexer(tuple(nom for rubrique in lire_liste("permis").values() for nom in rubrique))


def zones_permises(texte: str, permis: Collection[str]) -> list[tuple[int, int]]:
    """Return the passages of a normalised text that are an allowed name, in order and disjoint."""
    index = indexer(tuple(permis))
    public = index_public()
    atomes = [(trouve.start(), trouve.end(), plier(trouve[0])) for trouve in _ATOME.finditer(texte)]
    return list(_parcourir(atomes, (index, public), texte))


def _parcourir(atomes: list[tuple[int, int, str]], index: tuple[Index, ...], texte: str) -> Iterator[tuple[int, int]]:
    position = 0
    while position < len(atomes):
        candidates = [suite for table in index for suite in table.get(atomes[position][2], ())]
        longueur = max((len(s) for s in candidates if _correspond(atomes, position, s, texte)), default=0)
        if longueur and not _est_une_personne(atomes, position, longueur, texte):
            yield atomes[position][0], atomes[position + longueur - 1][1]
        position += longueur or 1


def _est_une_personne(atomes: list[tuple[int, int, str]], position: int, longueur: int, texte: str) -> bool:
    """Return whether an allowed name is borne here by someone, or by somewhere else.

    After a title or a first name, inside Laval-Ouest, as a first name that does what people do ("Noël est né"), as a
    place named after a saint whose feast is allowed.
    """
    debut, fin = atomes[position][0], atomes[position + longueur - 1][1]
    if suit_un_nom(texte, debut) or (position and atomes[position - 1][2] in _NOMMER):
        return True
    if longueur > 1:
        avant = atomes[position - 1][2] if position else ""
        return atomes[position][2] in ("saint", "sainte") and avant in _AVANT_UN_LIEU
    if texte[fin : fin + 1] == "-" and texte[fin + 1 : fin + 2].isalpha():
        return True
    if texte[max(0, debut - 1) : debut] == "-" and texte[max(0, debut - 2) : debut - 1].isalpha():
        return True
    return bool(set(marques(texte[debut:fin])) & {"p", "e"}) and _agit(atomes, position, texte)


def _agit(atomes: list[tuple[int, int, str]], position: int, texte: str) -> bool:
    """Return whether the words after an allowed name are what a person does, or the name of another person."""
    suite = [atome for _, _, atome in atomes[position + 1 : position + 3]]
    if not suite or texte[atomes[position][1] : atomes[position + 1][0]].strip():
        return False
    if suite[0] in ("est", "etait"):
        return len(suite) > 1 and suite[1] in _ETATS
    return suite[0] in _HUMAINS


def _correspond(atomes: list[tuple[int, int, str]], position: int, suite: tuple[str, ...], texte: str) -> bool:
    """Return whether the words from ``position`` are ``suite``, in one sentence; one word needs its capital."""
    tranche = atomes[position : position + len(suite)]
    if tuple(atome for _, _, atome in tranche) != suite:
        return False
    if len(suite) == 1:
        return texte[tranche[0][0]].isupper() or tranche[0][0] == tranche[0][1] - 1
    return not any(signe in texte[tranche[0][0] : tranche[-1][1]] for signe in "!?\n")
