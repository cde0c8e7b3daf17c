"""Names that identify nobody: resources, regions, public figures, public institutions, drugs, feasts."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from .lexique import lire_liste
from .mots import suit_un_nom
from .normalisation import normaliser, plier

_ATOME = re.compile(r"[^\W_]+")
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
        if longueur and not suit_un_nom(texte, atomes[position][0]):
            yield atomes[position][0], atomes[position + longueur - 1][1]
        position += longueur or 1


def _correspond(atomes: list[tuple[int, int, str]], position: int, suite: tuple[str, ...], texte: str) -> bool:
    """Return whether the words from ``position`` are ``suite``, in one sentence; one word needs its capital."""
    tranche = atomes[position : position + len(suite)]
    if tuple(atome for _, _, atome in tranche) != suite:
        return False
    if len(suite) == 1:
        return texte[tranche[0][0]].isupper() or tranche[0][0] == tranche[0][1] - 1
    return not any(signe in texte[tranche[0][0] : tranche[-1][1]] for signe in "!?\n")
