"""Turn a text and its findings into pieces that a template can loop over."""

from collections.abc import Sequence
from dataclasses import dataclass

from .anonymat import Constat


@dataclass(frozen=True)
class Segment:
    """A piece of text; `numero` (from 1) and `constat` when it is flagged."""

    texte: str
    constat: Constat | None = None
    numero: int = 0


def decouper(texte: str, constats: Sequence[Constat]) -> list[Segment]:
    """Cut `texte` along its findings, in order; the pieces joined give the text back."""
    segments, place = [], 0
    for numero, constat in enumerate(constats, start=1):
        if constat.debut > place:
            segments.append(Segment(texte[place : constat.debut]))
        segments.append(Segment(texte[constat.debut : constat.fin], constat, numero))
        place = constat.fin
    if place < len(texte):
        segments.append(Segment(texte[place:]))
    return segments
