"""What is sought, without its words: keyed hashes of every run of eight words, or of a whole short text.

Pure: knows neither Django nor the database. Eight words and the advisory rule for shorter texts: VIE_PRIVEE, section 6.
"""

import hashlib
import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from .mots import mots

TAILLE = 8
OCTETS = 16  # of a hash: a chance meeting of two is out of reach, and a story of 2,000 words takes 32 kB
_COURT = "="  # marks, among the hashes, that of a whole short text
_BLOC = re.compile(r"(?i)</?(?:p|blockquote|q|cite|li|h[1-6]|div|td|th|dt|dd|figcaption|span|br)\b[^<>]*>|\n")
_GUILLEMETS = re.compile(r"«([^«»]{1,400})»|“([^“”]{1,400})”|\"([^\"]{1,400})\"")


@dataclass(frozen=True)
class Recherche:
    """The hashes to seek and the key that made them: enough to recognise a text, not to read it."""

    cle: bytes
    bardeaux: frozenset[str]
    entiers: frozenset[str] = frozenset()

    def certains(self, texte: str) -> int:
        """Return how many runs of eight words of `texte` are sought."""
        return sum(marque in self.bardeaux for marque in bardeaux(texte, self.cle)) if self.bardeaux else 0

    def avis(self, texte: str) -> int:
        """Return how many whole fields or quotations of `texte` are a sought short text: perhaps someone else's."""
        return sum(entier(passage, self.cle) in self.entiers for passage in passages(texte)) if self.entiers else 0

    def sans(self, autre: "Recherche") -> "Recherche":
        """Return what is sought here and not there, with the same key: what one text said and the next does not."""
        return Recherche(self.cle, self.bardeaux - autre.bardeaux, self.entiers - autre.entiers)

    def serialiser(self) -> list[str]:
        """Return the hashes alone, for a background task that gets the key elsewhere."""
        return sorted(self.bardeaux | {_COURT + marque for marque in self.entiers})

    @classmethod
    def lire(cls, cle: bytes, marques: Iterable[str]) -> "Recherche":
        """Return what `serialiser` wrote."""
        toutes = frozenset(marques)
        courtes = frozenset(marque for marque in toutes if marque.startswith(_COURT))
        return cls(cle, toutes - courtes, frozenset(marque.removeprefix(_COURT) for marque in courtes))


def preparer(textes: Iterable[str], cle: bytes) -> Recherche:
    """Return the search for one or several texts; `cle`: at most 64 bytes. Texts without any word seek nothing."""
    longs: set[str] = set()
    courts: set[str] = set()
    for texte in textes:
        trouves = set(bardeaux(texte, cle))
        longs |= trouves
        if not trouves and (seul := entier(texte, cle)):
            courts.add(seul)
    return Recherche(cle, frozenset(longs), frozenset(courts))


def bardeaux(texte: str, cle: bytes) -> Iterator[str]:
    """Yield the keyed hash of each run of eight words, in order; nothing under eight."""
    fenetre: deque[str] = deque(maxlen=TAILLE)
    for mot in mots(texte):
        fenetre.append(mot)
        if len(fenetre) == TAILLE:
            yield _marque(fenetre, cle)


def entier(texte: str, cle: bytes) -> str:
    """Return the keyed hash of a whole text under eight words; nothing for a longer one, or without a word."""
    tous: list[str] = []
    for mot in mots(texte):
        tous.append(mot)
        if len(tous) == TAILLE:
            return ""
    return _marque(tous, cle) if tous else ""


def passages(texte: str) -> Iterator[str]:
    """Yield what may be a whole short text: the field itself, each string of a JSON value, each block, each quotation.

    A passage can come twice, in its field and in its block: an opinion counts, it does not measure.
    """
    try:
        valeur = json.loads(texte) if texte[:1] in {"{", "[", '"'} else None
    except ValueError:
        valeur = None
    for feuille in _feuilles(valeur) if valeur is not None else (texte,):
        yield feuille
        if feuille is not texte and feuille[:1] in {"{", "["}:
            yield from passages(feuille)
        blocs = _BLOC.split(feuille)
        if len(blocs) > 1:
            yield from blocs
        for citation in _GUILLEMETS.finditer(feuille):
            yield citation[citation.lastindex or 0]


def _feuilles(valeur: Any) -> Iterator[str]:
    if isinstance(valeur, str):
        yield valeur
    elif isinstance(valeur, dict):
        for sous in valeur.values():
            yield from _feuilles(sous)
    elif isinstance(valeur, list):
        for sous in valeur:
            yield from _feuilles(sous)


def _marque(suite: Iterable[str], cle: bytes) -> str:
    return hashlib.blake2b(" ".join(suite).encode(errors="replace"), key=cle, digest_size=OCTETS).hexdigest()
