"""How far apart two spellings are, and which words somebody may have meant."""

from collections.abc import Iterable
from typing import Final

LONGUEUR_MINIMALE: Final = 4  # under it, any word is one letter away from many
_LONG: Final = 8
AU_PLUS: Final = 3


def ecart_permis(mot: str) -> int:
    """Return how many slips are forgiven: none in a short word, two in a long one."""
    if len(mot) < LONGUEUR_MINIMALE or any(signe.isdigit() for signe in mot):
        return 0
    return 1 if len(mot) < _LONG else 2


def distance(a: str, b: str, limite: int) -> int:
    """Return how many letters were added, forgotten, changed or swapped; `limite` + 1 beyond `limite`."""
    if abs(len(a) - len(b)) > limite:
        return limite + 1
    avant: list[int] = []
    rangee = list(range(len(b) + 1))
    for i, lettre in enumerate(a, 1):
        dernier, avant, rangee = avant, rangee, [i]
        for j, autre in enumerate(b, 1):
            pas = min(avant[j] + 1, rangee[j - 1] + 1, avant[j - 1] + (lettre != autre))
            if i > 1 and j > 1 and lettre == b[j - 2] and a[i - 2] == autre:
                pas = min(pas, dernier[j - 2] + 1)
            rangee.append(pas)
        if min(rangee) > limite:
            return limite + 1
    return min(rangee[-1], limite + 1)


def proches(mot: str, connus: Iterable[tuple[str, str, int]]) -> list[str]:
    """Return what may have been meant, the nearest first, then the most said; at most `AU_PLUS`, all equally near.

    Args:
        mot: as typed, folded.
        connus: (as written, folded, how many times) of each known word.
    """
    limite = ecart_permis(mot)
    trouves = [
        (ecart, -nombre, ecrit)
        for ecrit, plie, nombre in connus
        if limite and 0 < (ecart := distance(mot, plie, limite)) <= limite
    ]
    if not trouves:
        return []
    moindre = min(trouves)[0]
    return [ecrit for ecart, _nombre, ecrit in sorted(trouves) if ecart == moindre][:AU_PLUS]
