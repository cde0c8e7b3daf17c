"""Where the proposed text differs from the text received: pure, computed each time it is shown, never stored."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

_JETONS = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True)
class Ecart:
    """Characters `debut_recu` to `fin_recu` of the text received became `debut` to `fin` of the proposed one."""

    debut_recu: int
    fin_recu: int
    debut: int
    fin: int


def comparer(recu: str, propose: str) -> list[Ecart]:
    """Return the differences, in order, as few as possible: two that only blanks separate are one.

    Time stays close to linear on a text that repeats itself: `difflib` then sets aside its commonest words.
    """
    if recu == propose:
        return []
    jetons, autres = _JETONS.findall(recu), _JETONS.findall(propose)
    places, ailleurs = ([0, *accumulate(map(len, liste))] for liste in (jetons, autres))
    reunis: list[Ecart] = []
    for verbe, i, j, k, m in SequenceMatcher(None, jetons, autres).get_opcodes():
        if verbe == "equal":
            continue
        ecart = Ecart(places[i], places[j], ailleurs[k], ailleurs[m])
        if reunis and not recu[reunis[-1].fin_recu : ecart.debut_recu].strip():
            dernier = reunis.pop()
            ecart = Ecart(dernier.debut_recu, ecart.fin_recu, dernier.debut, ecart.fin)
        reunis.append(ecart)
    return reunis


def situer(ecarts: Sequence[Ecart], debut: int, fin: int) -> tuple[int, int]:
    """Return where characters `debut` to `fin` of the proposed text stand in the text received.

    Words that a difference holds stand somewhere in what it replaced: all of it then.
    """

    def place(ici: int, dedans: str) -> int:
        avant = [ecart for ecart in ecarts if ecart.debut < ici]
        if not avant:
            return ici
        dernier = avant[-1]
        return int(getattr(dernier, dedans)) if ici < dernier.fin else ici + dernier.fin_recu - dernier.fin

    return place(debut, "debut_recu"), place(fin, "fin_recu")


def retablir(recu: str, propose: str, ecarts: Iterable[Ecart]) -> str:
    """Return the proposed text with the words received back in the place of `ecarts`, some of `comparer`'s."""
    morceaux, place = [], 0
    for ecart in sorted(ecarts, key=lambda e: e.debut):
        morceaux += [propose[place : ecart.debut], recu[ecart.debut_recu : ecart.fin_recu]]
        place = ecart.fin
    return "".join([*morceaux, propose[place:]])
