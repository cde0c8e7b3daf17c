"""The net: pink threads go down, yellow threads go up, and each crossing is a knot."""

import math

from PIL import ImageDraw

from .tissage import EGLANTINE, FINESSE, GARANCE, GAUDE, HAUTEUR, LARGEUR, SAPIN, feuille, png

FILS_ROSES, FILS_JAUNES = 10, 9  # 90 knots
PAS, FIL = 66, 30  # from one thread to the next along an axis, and a thread's width, in pixels
BOUT = 1.6  # how far a thread runs past its last knot, in threads


def nouer() -> bytes:
    """Return the net of 10 × 9 threads as PNG bytes, 1600 × 1000."""
    image, dessin = feuille(SAPIN)
    for rang in range(FILS_ROSES):
        _fil(dessin, *_bouts(0, rang), EGLANTINE)
    for rang in range(FILS_JAUNES):
        _fil(dessin, *_bouts(1, rang), GAUDE)
    demi = FIL / math.sqrt(2)
    for jaune in range(FILS_JAUNES):
        for rose in range(FILS_ROSES):
            x, y = _croisement(jaune, rose)
            losange = [(x - demi, y), (x, y - demi), (x + demi, y), (x, y + demi)]
            dessin.polygon([(a * FINESSE, b * FINESSE) for a, b in losange], fill=GARANCE)
    return png(image)


def _croisement(jaune: float, rose: float) -> tuple[float, float]:
    """Return where two threads meet, the middle of the net being the middle of the sheet."""
    a, b = (jaune - (FILS_JAUNES - 1) / 2) * PAS / 2, (rose - (FILS_ROSES - 1) / 2) * PAS / 2
    return LARGEUR / 2 + (a + b) * math.sqrt(2), HAUTEUR / 2 + (a - b) * math.sqrt(2)


def _bouts(sens: int, rang: int) -> tuple[tuple[float, float], tuple[float, float]]:
    if sens == 0:
        return _croisement(-BOUT, rang), _croisement(FILS_JAUNES - 1 + BOUT, rang)
    return _croisement(rang, -BOUT), _croisement(rang, FILS_ROSES - 1 + BOUT)


def _fil(dessin: ImageDraw.ImageDraw, debut: tuple[float, float], fin: tuple[float, float], encre: str) -> None:
    points = [(x * FINESSE, y * FINESSE) for x, y in (debut, fin)]
    dessin.line(points, fill=encre, width=FIL * FINESSE)
