"""The dyes of the house on an image: the same as the light scheme of `jetons.css`, which never reads Python."""

from dataclasses import dataclass
from typing import Final

from temoignages.etats import Couleur

GAUDE, EGLANTINE, GARANCE = "#F8BA24", "#F5A3B7", "#EA662E"
SAPIN, NUIT, CREME, ENCRE = "#1E4A3C", "#0F2A22", "#FFF3E2", "#12302A"


@dataclass(frozen=True, slots=True)
class Teinte:
    """A ground, what is written on it (7:1 at least), and the thread on which words sit."""

    fond: str
    encre: str
    fil: str


PIED: Final = Teinte(NUIT, CREME, GAUDE)
# The pieces of the wall: a colour goes with a sentence, which is always written too.
PIECES: Final[dict[str, Teinte]] = {
    Couleur.GAUDE: Teinte(GAUDE, ENCRE, CREME),
    Couleur.EGLANTINE: Teinte("#F8BAC7", ENCRE, GAUDE),
    Couleur.MOUSSE: Teinte("#B4D3AA", ENCRE, CREME),
    Couleur.NUIT: Teinte(SAPIN, CREME, GAUDE),
}
