"""Names that identify nobody: resources, regions, public figures, public institutions, drugs, feasts."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from . import indices
from .lexique import lire_liste, marques
from .mots import suit_un_nom
from .normalisation import normaliser, plier

_ATOME = re.compile(r"[^\W_]+")
# "Laval-Ouest", "Saint-Laval": what stands before and after the name, which is the dot.
_DANS_UN_COMPOSE = re.compile(r".{0,2}·-[^\W\d_]|[^\W\d_]-·")
_NOM_QUI_SUIT = re.compile(r" ([A-ZÀ-ÖØ-Þ][^\W\d_]+)")
_HUMAINS = frozenset(map(plier, indices.HUMAINS))
_ETATS = frozenset(map(plier, indices.ETATS))
_NOMMER = {
    "appelle",
    "appelait",
    "appelles",
    "nomme",
    "nommait",
    "prenomme",
    "surnomme",
    "baptise",
    "baptisee",
    "rebaptise",
    "rebaptisee",
    "surnommee",
}
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


@lru_cache(maxsize=1)
def _publics_a_article() -> frozenset[str]:
    """Return the curated names of one word that only their article makes public: "Le Soleil", "La Presse"."""
    coupes = [nom.split(" ") for rubrique in lire_liste("permis").values() for nom in rubrique]
    return frozenset(
        plier(mots[1]) for mots in coupes if len(mots) == len(("article", "nom")) and plier(mots[0]) in _ARTICLES
    )


@lru_cache(maxsize=1)
def mots_publics() -> frozenset[str]:
    """Return the folded words of the curated names: without capital either, they are no unknown words."""
    return frozenset(atome for suites in index_public().values() for suite in suites for atome in suite)


def zones_permises(texte: str, permis: Collection[str]) -> list[tuple[int, int]]:
    """Return the passages of a normalised text that are an allowed name, in order and disjoint."""
    index = indexer(tuple(permis))
    public = index_public()
    atomes = [(trouve.start(), trouve.end(), plier(trouve[0])) for trouve in _ATOME.finditer(texte)]
    return list(_parcourir(atomes, (index, public), texte))


def prenoms_publics(texte: str, zones: list[tuple[int, int]]) -> frozenset[int]:
    """Return where the allowed names of one word that are first names start: Noël, Jésus may be somebody."""
    return frozenset(debut for debut, fin in zones if "p" in marques(texte[debut:fin]))


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
    if _porte_un_nom_de_famille(texte, debut, fin):
        return longueur == 1 and bool(set(marques(texte[debut:fin])) & {"p", "e", "n"})
    if longueur == 1 and atomes[position][2] in _publics_a_article():
        return not position or atomes[position - 1][2] not in _ARTICLES | {"du"}
    if longueur > 1:
        avant = atomes[position - 1][2] if position else ""
        return atomes[position][2] in ("saint", "sainte") and avant in _AVANT_UN_LIEU
    if _DANS_UN_COMPOSE.match(texte[max(0, debut - 2) : debut] + "·" + texte[fin : fin + 2]):
        return True
    return bool(set(marques(texte[debut:fin])) & {"p", "e"}) and _agit(atomes, position, texte)


def _porte_un_nom_de_famille(texte: str, debut: int, fin: int) -> bool:
    """Return whether a capital that is no common word follows an allowed name: "Aristote Riehl" is no philosopher.

    All in capitals, it is an acronym, unless the name is in capitals as well.
    """
    suite = _NOM_QUI_SUIT.match(texte, fin)
    if suite is None or set(marques(suite[1])) & {"m", "g"}:
        return False
    return not suite[1].isupper() or texte[debut:fin].isupper()


def _agit(atomes: list[tuple[int, int, str]], position: int, texte: str) -> bool:
    """Return whether the words after an allowed name are what a person does, or the name of another person."""
    suite = [atome for _, _, atome in atomes[position + 1 : position + 3]]
    if not suite or texte[atomes[position][1] : atomes[position + 1][0]].strip():
        return False
    if suite[0] in ("est", "etait"):
        return len(suite) > 1 and suite[1] in _ETATS
    if suite[0] in indices.FETES:
        return False
    return suite[0] in _HUMAINS or set(marques(suite[0])) & {"v", "s", "a", "q", "o"} == {"v"}


def _correspond(atomes: list[tuple[int, int, str]], position: int, suite: tuple[str, ...], texte: str) -> bool:
    """Return whether the words from ``position`` are ``suite``, in one sentence; one word needs its capital."""
    tranche = atomes[position : position + len(suite)]
    if tuple(atome for _, _, atome in tranche) != suite:
        return False
    if len(suite) == 1:
        return texte[tranche[0][0]].isupper() or tranche[0][0] == tranche[0][1] - 1
    return not any(signe in texte[tranche[0][0] : tranche[-1][1]] for signe in "!?\n")
