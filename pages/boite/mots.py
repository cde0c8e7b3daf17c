"""The words by which a tool is found: without accents, without case, the plural as the singular. Pure.

Searching knows no stem and no synonym: every word that is typed must be in the tool, as it is or with its plural.
"""

from typing import Final

from reseau.langue.cles import plier

LONGUEUR: Final = 40
# They are everywhere, and say nothing of what is looked for.
MUETS: Final = frozenset("au aux ce dans de des du en et la le les ou par pour qu que qui se sur un une".split())
_PLURIELS: Final = ("s", "x")
_COURT: Final = 3


def mots(texte: str) -> list[str]:
    """Return the words of a text as they are kept and looked for, each once, in their order."""
    gardes = (_au_singulier(mot)[:LONGUEUR] for mot in plier(texte).split() if len(mot) > 1 and mot not in MUETS)
    return list(dict.fromkeys(gardes))


def _au_singulier(mot: str) -> str:
    return mot[:-1] if len(mot) > _COURT and mot.endswith(_PLURIELS) else mot
