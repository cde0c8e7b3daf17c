"""How well a detector finds what an author marked: recall by type, leaks, false alarms, precision.

A marked passage is caught when at least 90 % of its characters other than white space are covered by what was found,
whatever the types: what matters is that it be hidden.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from temoignages.anonymat.constats import Niveau

from .corpus import Attendu, Document

# Two-sided 95 % of the normal law.
_Z = 1.959964

Passage = tuple[int, int]


@dataclass(slots=True)
class Taux:
    """How many of how many."""

    compte: int = 0
    total: int = 0

    def compter(self, compte: int, total: int = 1) -> None:
        """Add ``compte`` out of ``total``."""
        self.compte += compte
        self.total += total

    @property
    def valeur(self) -> float:
        """The proportion (or the mean, when the count is not a part of the total); NaN out of nothing."""
        return self.compte / self.total if self.total else math.nan

    @property
    def intervalle(self) -> tuple[float, float]:
        """The Wilson score interval at 95 % of the proportion."""
        if not self.total:
            return math.nan, math.nan
        p, n = self.valeur, self.total
        centre = p + _Z**2 / (2 * n)
        ecart = _Z * math.sqrt(p * (1 - p) / n + _Z**2 / (4 * n**2))
        etendue = 1 + _Z**2 / n
        return max(0.0, (centre - ecart) / etendue), min(1.0, (centre + ecart) / etendue)


@dataclass(slots=True)
class Score:
    """What a detector did on a corpus.

    ``fuites`` counts the documents with at least one direct passage missed, among those that have one; ``faux`` the
    passages found in documents without any mark, per such document, neighbours counting as one; ``precision`` the
    characters found that were marked, among those found, white space apart. ``bloquants`` is the recall of direct
    passages by direct findings alone, those that block publication: only our own detector has levels.
    """

    documents: int = 0
    par_type: dict[tuple[Niveau, str], Taux] = field(default_factory=dict)
    fuites: Taux = field(default_factory=Taux)
    faux: Taux = field(default_factory=Taux)
    precision: Taux = field(default_factory=Taux)
    bloquants: Taux = field(default_factory=Taux)

    def rappel(self, niveau: Niveau) -> Taux:
        """Return how many passages of a level were caught."""
        du_niveau = [taux for (autre, _), taux in self.par_type.items() if autre == niveau]
        return Taux(sum(taux.compte for taux in du_niveau), sum(taux.total for taux in du_niveau))


def noter(reponses: Iterable[tuple[Document, Sequence[Passage]]]) -> Score:
    """Return the score of the passages found in each document; raises ``ValueError`` when one is out of its text."""
    score = Score()
    for document, passages in reponses:
        _noter_document(score, document, passages)
    return score


def manques(document: Document, passages: Sequence[Passage]) -> list[Attendu]:
    """Return the marked passages that were not caught."""
    couverts = _positions(document, passages)
    return [attendu for attendu in document.attendus if not _est_pris(attendu, document.texte, couverts)]


def fusionner_voisins(passages: Iterable[Passage], texte: str) -> list[Passage]:
    """Return the passages sorted, as one when they overlap or when only white space separates them."""
    fusionnes: list[Passage] = []
    for debut, fin in sorted(passages):
        if fusionnes and not texte[fusionnes[-1][1] : debut].strip():
            fusionnes[-1] = fusionnes[-1][0], max(fusionnes[-1][1], fin)
        else:
            fusionnes.append((debut, fin))
    return fusionnes


def _noter_document(score: Score, document: Document, passages: Sequence[Passage]) -> None:
    texte = document.texte
    rates = set(manques(document, passages))
    for attendu in document.attendus:
        score.par_type.setdefault((attendu.niveau, attendu.type), Taux()).compter(attendu not in rates)
    if any(attendu.niveau == "direct" for attendu in document.attendus):
        score.fuites.compter(any(attendu.niveau == "direct" for attendu in rates))
    if not document.attendus:
        score.faux.compter(len(fusionner_voisins(passages, texte)))
    trouves = {i for i in _positions(document, passages) if not texte[i].isspace()}
    marques = {i for attendu in document.attendus for i in range(attendu.debut, attendu.fin)}
    score.precision.compter(len(trouves & marques), len(trouves))
    score.documents += 1


def _positions(document: Document, passages: Sequence[Passage]) -> set[int]:
    """Return the positions that the passages cover."""
    for debut, fin in passages:
        if not 0 <= debut < fin <= len(document.texte):
            raise ValueError(f"Passage hors du texte {document.id} : {debut}-{fin}.")
    return {i for debut, fin in passages for i in range(debut, fin)}


def _est_pris(attendu: Attendu, texte: str, couverts: set[int]) -> bool:
    lisibles = [i for i in range(attendu.debut, attendu.fin) if not texte[i].isspace()]
    return 10 * sum(i in couverts for i in lisibles) >= 9 * len(lisibles)
