"""The net of the house as a ground: two ribbons enter, weave 10 × 9 threads into 90 knots, and leave swapped.

The same geometry as the home page's (`composants/filet_hero.html`), drawn twice too large then reduced, once a process.
"""

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from PIL import Image, ImageDraw

from .encres import GARANCE

LARGEUR: Final = 1200
HAUTEUR: Final = 630
_FINESSE: Final = 2
_ROSES: Final = 10
_JAUNES: Final = 9
_PAS: Final = 17.5  # from one thread to the next, along each axis
_FIL: Final = 7.5
_ECART: Final = 7.2  # in a ribbon: threads overlap a little
_CENTRE: Final = (985.0, HAUTEUR / 2)
_HAUT: Final = -6.0
_BAS: Final = HAUTEUR + 6.0
_COURBE: Final = 24  # points of a curve

Point = tuple[float, float]


@lru_cache(maxsize=8)
def fond_au_filet(fond: str, fil_a: str, fil_b: str) -> Image.Image:
    """Return the ground of a page's image; copy it before drawing on it. Three colours: ground and both threads."""
    image = Image.new("RGB", (LARGEUR * _FINESSE, HAUTEUR * _FINESSE), fond)
    dessin = ImageDraw.Draw(image)
    for points in _descendants():
        dessin.line(_agrandis(points), fill=fil_a, width=round(_FIL * _FINESSE), joint="curve")
    for points in _montants():
        dessin.line(_agrandis(points), fill=fil_b, width=round(_FIL * _FINESSE), joint="curve")
    demi = _FIL / math.sqrt(2)
    for jaune in range(_JAUNES):
        for rose in range(_ROSES):
            x, y = _noeud(jaune, rose)
            dessin.polygon(_agrandis([(x - demi, y), (x, y - demi), (x + demi, y), (x, y + demi)]), fill=GARANCE)
    return image.resize((LARGEUR, HAUTEUR), Image.Resampling.LANCZOS)


def _noeud(jaune: float, rose: float) -> Point:
    a, b = (jaune - (_JAUNES - 1) / 2) * _PAS, (rose - (_ROSES - 1) / 2) * _PAS
    return _CENTRE[0] + a + b, _CENTRE[1] + a - b


def _descendants() -> Iterator[list[Point]]:
    """Yield the threads that come from the top left and leave at the bottom right."""
    for rang in range(_ROSES):
        entree, sortie = _noeud(-0.8, rang), _noeud(_JAUNES - 0.2, rang)
        haut, bas = _HAUT + (_ROSES - 1 - rang) * _ECART, _BAS - rang * _ECART
        yield _parcours(entree, sortie, haut, bas, 1)


def _montants() -> Iterator[list[Point]]:
    """Yield the threads that come from the bottom left and leave at the top right."""
    for rang in range(_JAUNES):
        entree, sortie = _noeud(rang, -0.8), _noeud(rang, _ROSES - 0.2)
        bas, haut = _BAS - (_JAUNES - 1 - rang) * _ECART, _HAUT + rang * _ECART
        yield _parcours(entree, sortie, bas, haut, -1)


def _parcours(entree: Point, sortie: Point, depart: float, arrivee: float, sens: int) -> list[Point]:
    (x0, y0), (x1, y1) = entree, sortie
    avant, apres = abs(y0 - depart), abs(y1 - arrivee)
    v, w = (x0 - 60 - avant * 0.35, depart), (x0 - 60, y0 - sens * 60)
    q, r = (x1 + 60, y1 + sens * 60), (x1 + 60 + apres * 0.35, arrivee)
    debut, fin = (x0 - 130 - avant * 0.9, depart), (x1 + 130 + apres * 0.9, arrivee)
    return [(-40, depart), *_bezier(debut, v, w, entree), *_bezier(sortie, q, r, fin), (LARGEUR + 40, arrivee)]


def _bezier(p: Point, q: Point, r: Point, s: Point) -> Iterator[Point]:
    for pas in range(_COURBE + 1):
        t = pas / _COURBE
        u = 1 - t
        a, b, c, d = u**3, 3 * u * u * t, 3 * u * t * t, t**3
        yield a * p[0] + b * q[0] + c * r[0] + d * s[0], a * p[1] + b * q[1] + c * r[1] + d * s[1]


def _agrandis(points: list[Point]) -> list[Point]:
    return [(x * _FINESSE, y * _FINESSE) for x, y in points]
