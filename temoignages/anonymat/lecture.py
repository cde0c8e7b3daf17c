"""A text being read for names: its words, and what stands around each."""

import re
from dataclasses import dataclass

from . import indices
from .mots import Mot

_COUPURE = re.compile(r"[!?;:…\n,()]")
_PAUSE = re.compile(r"[.!?;:…\n,()«»—–]")


@dataclass(slots=True)
class Lecture:
    """The words of a text and what stands around each.

    ``libres`` says which words nothing explains yet; ``rachetables`` where stand the first names that a public thing
    or figure also bears (Noël), which the rest of the text may give back to somebody.
    """

    texte: str
    mots: list[Mot]
    libres: list[bool]
    rachetables: frozenset[int] = frozenset()

    def voisin(self, i: int) -> Mot | None:
        """Return the word ``i`` if it exists."""
        return self.mots[i] if 0 <= i < len(self.mots) else None

    def est_rachetable(self, i: int) -> bool:
        """Return whether the word ``i`` is allowed as a public name, but may be somebody's here."""
        return self.mots[i].debut in self.rachetables

    def entre(self, i: int) -> str:
        """Return what separates the word ``i`` from the one before."""
        return self.texte[self.mots[i - 1].fin : self.mots[i].debut] if i > 0 else self.texte[: self.mots[i].debut]

    def bas(self, i: int, joint: bool = True) -> str:
        """Return the word ``i`` in lower case, "" when absent or, if ``joint``, when punctuation closes it."""
        mot = self.voisin(i)
        if mot is None or (joint and i + 1 < len(self.mots) and _COUPURE.search(self.entre(i + 1))):
            return ""
        return mot.bas

    def est_suivi_d_un_verbe(self, i: int) -> bool:
        """Return whether a verb, or the pronoun before it, follows the word ``i`` at once."""
        suite = self.voisin(i + 1)
        if suite is None or self.entre(i + 1).strip():
            return False
        if suite.bas in ("ma", "ta", "la", "sa", "lai", "mont", "mon", "ai") and suite.neglige:
            return "q" in (self.mots[i + 2].marques if i + 2 < len(self.mots) else "")
        if suite.bas in ("cest", "c'est", "ca", "ça", "c") and suite.neglige:
            return True
        return (suite.bas in indices.AVANT_PRONOM and suite.bas != "l") or suite.est_un_verbe

    def agit_en_personne(self, i: int) -> bool:
        """Return whether the word ``i`` is followed by what a person does, rather than a feast or a country."""
        suite, apres = self.voisin(i + 1), self.voisin(i + 2)
        if suite is None or self.entre(i + 1).strip() or suite.bas not in indices.HUMAINS:
            return False
        return suite.bas not in ("est", "était") or (apres is not None and apres.bas in indices.ETATS)

    def commence_une_proposition(self, i: int) -> bool:
        """Return whether the word ``i`` stands where a subject stands: head of a clause, or after "que", "pis"."""
        return i == 0 or _PAUSE.search(self.entre(i)) is not None or self.mots[i - 1].bas in indices.AMORCES

    def finit_une_proposition(self, i: int) -> bool:
        """Return whether the word ``i`` ends a clause, or is followed by a word that starts another."""
        suite = self.voisin(i + 1)
        return suite is None or _PAUSE.search(self.entre(i + 1)) is not None or suite.bas in indices.AMORCES
