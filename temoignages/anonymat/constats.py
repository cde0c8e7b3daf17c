"""What the detector finds: a finding, and the rule that makes findings disjoint."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

Niveau = Literal["direct", "quasi"]


@dataclass(frozen=True, slots=True)
class Constat:
    """A passage that may identify a person.

    ``debut`` and ``fin`` are Python string offsets in the text that was given. ``direct`` blocks publication until it
    is resolved; ``quasi`` is for the moderator to judge. ``raison`` says why in plain French, ``suggestion`` is what
    could stand instead, ``regle`` names the rule that found it.
    """

    debut: int
    fin: int
    type: str
    niveau: Niveau
    raison: str
    suggestion: str
    regle: str


def fusionner(constats: Iterable[Constat]) -> list[Constat]:
    """Return the findings sorted and disjoint.

    Two findings that overlap become one that covers both, so that no character found is ever shown as safe; a direct
    one wins over a quasi one, then the longer, and the winner gives type, reason, suggestion and rule.
    """
    fusionnes: list[Constat] = []
    for constat in sorted(constats, key=lambda c: (c.debut, -c.fin)):
        if fusionnes and constat.debut < fusionnes[-1].fin:
            fusionnes.append(_reunir(fusionnes.pop(), constat))
        else:
            fusionnes.append(constat)
    return fusionnes


def _reunir(premier: Constat, second: Constat) -> Constat:
    gagnant = max(premier, second, key=lambda c: (c.niveau == "direct", c.fin - c.debut))
    return replace(gagnant, debut=premier.debut, fin=max(premier.fin, second.fin))
