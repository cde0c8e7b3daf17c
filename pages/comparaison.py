"""What changed between two years of a text, paragraph by paragraph, then word by word. Pure functions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_MOTS = re.compile(r"\S+\s*")
# Under this likeness, two paragraphs are another text, and words struck one by one would be unreadable.
RESSEMBLANCE = 0.5


class Sort(StrEnum):
    """What became of some words."""

    GARDE = "garde"
    AJOUTE = "ajoute"
    RETIRE = "retire"


@dataclass(frozen=True, slots=True)
class Segment:
    """Some words, and what became of them."""

    sort: Sort
    texte: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a text to compare: `cles` are what makes it the same part in another year, the surest first."""

    cles: tuple[str, ...]
    titre: str
    paragraphes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparaison:
    """A part, and its paragraphs, each as segments. `sort` tells a part that is new, or gone."""

    titre: str
    sort: Sort
    paragraphes: tuple[tuple[Segment, ...], ...]

    @property
    def est_pareille(self) -> bool:
        """Whether nothing changed."""
        return self.sort == Sort.GARDE and all(s.sort == Sort.GARDE for p in self.paragraphes for s in p)


def comparer(avant: Sequence[Section], apres: Sequence[Section]) -> list[Comparaison]:
    """Return the parts of `apres` in their order, then those of `avant` that are gone."""
    paires = _apparier(avant, apres)
    resultat = []
    for rang, section in enumerate(apres):
        ancienne = avant[paires[rang]] if rang in paires else None
        paragraphes = tuple(differences(ancienne.paragraphes if ancienne else (), section.paragraphes))
        resultat.append(Comparaison(section.titre, Sort.GARDE if ancienne else Sort.AJOUTE, paragraphes))
    restees = set(paires.values())
    for rang, section in enumerate(avant):
        if rang not in restees:
            parties = tuple(differences(section.paragraphes, ()))
            resultat.append(Comparaison(section.titre, Sort.RETIRE, parties))
    return resultat


def _apparier(avant: Sequence[Section], apres: Sequence[Section]) -> dict[int, int]:
    """Return, for the place of each part of `apres`, that of the same part in `avant`: by a sure key before another."""
    paires: dict[int, int] = {}
    for force in range(max((len(section.cles) for section in apres), default=0)):
        libres = {
            section.cles[force]: rang
            for rang, section in reversed(list(enumerate(avant)))
            if rang not in paires.values() and force < len(section.cles)
        }
        for rang, section in enumerate(apres):
            if rang not in paires and force < len(section.cles) and section.cles[force] in libres:
                paires[rang] = libres.pop(section.cles[force])
    return paires


def differences(avant: Sequence[str], apres: Sequence[str]) -> Iterator[tuple[Segment, ...]]:
    """Yield each paragraph as segments, in reading order: what was taken out stands before what replaced it."""
    for genre, i1, i2, j1, j2 in SequenceMatcher(None, list(avant), list(apres), autojunk=False).get_opcodes():
        if genre == "equal":
            yield from ((Segment(Sort.GARDE, texte),) for texte in apres[j1:j2])
            continue
        anciens, nouveaux = list(avant[i1:i2]), list(apres[j1:j2])
        for nouveau in nouveaux:
            jumeau = max(anciens, key=lambda ancien: _ressemblance(ancien, nouveau), default="")
            if jumeau and _ressemblance(jumeau, nouveau) >= RESSEMBLANCE:
                # What stood before it and has no twin went first.
                rang = anciens.index(jumeau)
                yield from ((Segment(Sort.RETIRE, texte),) for texte in anciens[:rang])
                anciens = anciens[rang + 1 :]
                yield tuple(_mots(jumeau, nouveau))
            else:
                yield (Segment(Sort.AJOUTE, nouveau),)
        yield from ((Segment(Sort.RETIRE, texte),) for texte in anciens)


def _ressemblance(avant: str, apres: str) -> float:
    return SequenceMatcher(None, avant.split(), apres.split(), autojunk=False).ratio()


def _mots(avant: str, apres: str) -> Iterator[Segment]:
    anciens, nouveaux = _MOTS.findall(avant), _MOTS.findall(apres)
    for genre, i1, i2, j1, j2 in SequenceMatcher(None, anciens, nouveaux, autojunk=False).get_opcodes():
        if genre == "equal":
            yield Segment(Sort.GARDE, "".join(nouveaux[j1:j2]))
            continue
        if i1 != i2:
            yield Segment(Sort.RETIRE, "".join(anciens[i1:i2]))
        if j1 != j2:
            yield Segment(Sort.AJOUTE, "".join(nouveaux[j1:j2]))
