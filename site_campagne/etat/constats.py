"""What `manage.py diagnostic` finds, one thing at a time: what is wrong, and what to do, in French."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Gravite(StrEnum):
    """How much it matters."""

    PANNE = "PANNE"  # readers see it, or a promise is not kept: the command exits with 1
    AVIS = "avis"


@dataclass(frozen=True, slots=True)
class Constat:
    """One thing that is wrong: about what, what is seen, what to do. Never an address, a secret, a word of a row."""

    sujet: str
    vu: str
    geste: str
    gravite: Gravite = Gravite.PANNE


Examen = Callable[[], "list[Constat]"]
BIEN: Final[list[Constat]] = []


def panne(sujet: str, vu: str, geste: str) -> list[Constat]:
    """Return one serious finding."""
    return [Constat(sujet, vu, geste)]


def avis(sujet: str, vu: str, geste: str) -> list[Constat]:
    """Return one finding that can wait for the morning."""
    return [Constat(sujet, vu, geste, Gravite.AVIS)]
