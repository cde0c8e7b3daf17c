"""Weaving with Pillow: a cloth is a grid of crossings where one thread passes over the other.

Flat inks, generic textbook weaves, drawn twice too large then reduced, so that every edge is smooth.
"""

import io
from collections.abc import Callable
from typing import Final

from PIL import Image, ImageDraw

LARGEUR: Final = 1600
HAUTEUR: Final = 1000
FINESSE: Final = 2  # drawn at twice the size
MAILLE: Final = 50  # one crossing, in pixels of the finished image
JEU: Final = 3  # ground seen on each side of a thread

GAUDE, EGLANTINE, GARANCE = "#F8BA24", "#F5A3B7", "#EA662E"
SAPIN, NUIT, MOUSSE = "#1E4A3C", "#0F2A22", "#B4D3AA"
CREME, LIN = "#FFF3E2", "#FBEADF"

Croisement = Callable[[int, int], bool]
Couleurs = Callable[[int, int], tuple[str, str]]


def _zigzag(rang: int, pas: int) -> int:
    """Return a number that climbs from 0 to `pas`, then comes down."""
    return min(rang % (2 * pas), 2 * pas - rang % (2 * pas))


# For each weave: does the warp (vertical) pass over the weft at this column and row?
ARMURES: Final[dict[str, Croisement]] = {
    "toile": lambda x, y: (x + y) % 2 == 1,
    "natte": lambda x, y: (x // 2 + y // 2) % 2 == 1,
    "serge": lambda x, y: (x - y) % 4 < 2,  # noqa: PLR2004 - over two, under two
    "chevron": lambda x, y: (_zigzag(x, 4) + y) % 4 < 2,  # noqa: PLR2004 - over two, under two
    "losange": lambda x, y: (_zigzag(x, 4) + _zigzag(y, 4)) % 4 < 2,  # noqa: PLR2004 - over two, under two
    "satin": lambda x, y: x % 5 == 2 * y % 5,
}


def tisser(armure: str, couleurs: Couleurs, *, fond: str) -> bytes:
    """Return a woven cloth as PNG bytes, 1600 × 1000.

    Args:
        armure: a key of `ARMURES`.
        couleurs: the dyes (warp, weft) of the crossing at a column and a row.
        fond: the ground seen between the threads.
    """
    image, dessin = feuille(fond)
    dessus = ARMURES[armure]

    def brin(x: int, y: int) -> tuple[bool, str]:
        vertical = dessus(x, y)
        return vertical, couleurs(x, y)[0 if vertical else 1]

    for y in range(HAUTEUR // MAILLE):
        for x in range(LARGEUR // MAILLE):
            ici = brin(x, y)
            vertical, encre = ici
            # A thread that stays on top runs on without a gap; elsewhere it dives under its neighbour.
            avant, apres = (brin(x, y - 1), brin(x, y + 1)) if vertical else (brin(x - 1, y), brin(x + 1, y))
            debut, fin = (0 if avant == ici else JEU), (0 if apres == ici else JEU)
            gauche, haut, droite, bas = (JEU, debut, JEU, fin) if vertical else (debut, JEU, fin, JEU)
            cadre = (x * MAILLE + gauche, y * MAILLE + haut, (x + 1) * MAILLE - droite, (y + 1) * MAILLE - bas)
            dessin.rectangle(_agrandir(cadre), fill=encre)
    return png(image)


def feuille(fond: str) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """Return an empty sheet at the drawing size, and what draws on it."""
    image = Image.new("RGB", (LARGEUR * FINESSE, HAUTEUR * FINESSE), fond)
    return image, ImageDraw.Draw(image)


def png(image: Image.Image) -> bytes:
    """Reduce a drawn sheet to its final size and return its PNG bytes; the same drawing gives the same bytes."""
    sortie = io.BytesIO()
    image.resize((LARGEUR, HAUTEUR), Image.Resampling.LANCZOS).save(sortie, "PNG", optimize=True)
    return sortie.getvalue()


def _agrandir(cadre: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    gauche, haut, droite, bas = (cote * FINESSE for cote in cadre)
    return gauche, haut, droite - 1, bas - 1
