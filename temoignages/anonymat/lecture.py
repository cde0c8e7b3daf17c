"""A text being read for names: its words, and what stands around each."""

import re
from dataclasses import dataclass

from . import indices
from .mots import Mot

_COUPURE = re.compile(r"[!?;:…\n,()]")


@dataclass(slots=True)
class Lecture:
    """The words of a text and what stands around each."""

    texte: str
    mots: list[Mot]
    libres: list[bool]
    sans_capitale: bool

    def voisin(self, i: int) -> Mot | None:
        """Return the word ``i`` if it exists."""
        return self.mots[i] if 0 <= i < len(self.mots) else None

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
        return (suite.bas in indices.AVANT_PRONOM and suite.bas != "l") or "v" in suite.marques
