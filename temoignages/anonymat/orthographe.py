"""Is an unknown word a word all the same? A typing mistake, or an elision written without its apostrophe.

No answer is kept in memory: an unknown word may be somebody's name.
"""

from .lexique import marques
from .normalisation import plier

_LETTRES = "abcdefghijklmnopqrstuvwxyzéèê"
_MUETTES = (
    "j",
    "d",
    "l",
    "m",
    "t",
    "s",
    "c",
    "n",
    "qu",
    "jm",
    "jl",
    "jt",
    "js",
    "ct",
    "ya",
    "y",
    "lorsqu",
    "jusqu",
    "k",
)
# Shorter, everything is one letter away from something.
_LONGUEUR_MINIMALE = 5
_LONGUEUR_MAXIMALE = 24
_CONTRACTION_MINIMALE = 2


def est_une_coquille(mot: str) -> bool:
    """Return whether an unknown word in lower case is a common word misspelt: "dentraide", "jpense", "thérapis".

    A first name misspelt ("sylvin") is still a name.
    """
    if len(mot) > _LONGUEUR_MAXIMALE:
        return False
    if est_une_contraction(mot):
        return True
    if "-" in mot:
        return all(_est_commun(partie) or est_une_coquille(partie) for partie in mot.split("-") if partie)
    if len(mot) < _LONGUEUR_MINIMALE:
        return False
    voisins = [marques(voisin) for voisin in _voisins(mot)]
    return any("m" in lettres for lettres in voisins) and not any("p" in lettres for lettres in voisins)


def est_une_contraction(mot: str) -> bool:
    """Return whether an unknown word is an elision written without its apostrophe: "cest", "dentraide", "jpense"."""
    return any(mot.startswith(tete) and _est_commun(mot[len(tete) :]) for tete in _MUETTES)


def _est_commun(mot: str) -> bool:
    return len(mot) >= _CONTRACTION_MINIMALE and "m" in marques(mot)


def _voisins(mot: str) -> list[str]:
    """Return what one letter dropped, doubled, swapped or changed gives: one mistake."""
    coupes = [(mot[:i], mot[i:]) for i in range(len(mot) + 1)]
    voisins = [a + b[1:] for a, b in coupes if b]
    voisins += [a + b[1] + b[0] + b[2:] for a, b in coupes if len(b) > 1]
    voisins += [a + lettre + b[1:] for a, b in coupes if b for lettre in _LETTRES]
    voisins += [a + lettre + b for a, b in coupes for lettre in _LETTRES]
    return [*voisins, plier(mot)]
