"""The 17 regions as a map of equal tiles, drawn by us: who stands beside whom, not how far or how large."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from reseau.langue.regions import REGIONS

# Where each region stands: how many tiles from the left, and the row, counted from the north. Odd rows are shifted by
# half a tile, so that six neighbours touch. The letters are those that fit in a tile; the list beside gives the name.
PLACES: Final = {
    "01": (6.0, 2, "BSL"), "02": (4.5, 1, "SLSJ"), "03": (5.0, 2, "CN"), "04": (3.5, 1, "MAU"), "05": (5.0, 4, "EST"),
    "06": (3.0, 4, "MTL"), "07": (2.0, 2, "OUT"), "08": (2.5, 1, "AT"), "09": (5.0, 0, "CND"), "10": (3.0, 0, "NDQ"),
    "11": (7.0, 2, "GIM"), "12": (5.5, 3, "CA"), "13": (3.5, 3, "LAV"), "14": (4.0, 2, "LAN"), "15": (3.0, 2, "LAU"),
    "16": (4.0, 4, "MON"), "17": (4.5, 3, "CDQ"),
}  # fmt: skip
GAUCHE: Final = 2.0  # the westernmost tile
# In units of the drawing, which fills 600 by 470.
LARGEUR: Final = 100.0
RAYON: Final = 57.7
PAS: Final = 86.6
JEU: Final = 0.94  # what a tile fills of its place: a thread of ground shows between two
LARGEUR_DU_DESSIN: Final = 600
HAUTEUR_DU_DESSIN: Final = 470


@dataclass(frozen=True, slots=True)
class TuileRegion:
    """A region on the map. `url` is empty when nothing is to be seen there; coordinates are text, the same anywhere."""

    code: str
    nom: str
    sigle: str
    compte: int
    compte_dit: str
    url: str
    courante: bool
    points: str
    x: str
    y_compte: str
    y_sigle: str


def tuiles_des_regions(
    comptes: Mapping[str, int], *, adresse_de: Callable[[str], str], dire: Callable[[int], str], courante: str = ""
) -> list[TuileRegion]:
    """Return the 17 regions, in the official order.

    Args:
        comptes: how many in each region, by code; an absent one has none.
        adresse_de: from a code to the address that shows that region alone.
        dire: a count in words, « 6 ressources ».
        courante: the code of the region shown alone, or nothing.
    """
    return [
        _tuile(region.code, region.nom, comptes.get(region.code, 0), adresse_de, dire, courante) for region in REGIONS
    ]


def _tuile(
    code: str, nom: str, compte: int, adresse_de: Callable[[str], str], dire: Callable[[int], str], courante: str
) -> TuileRegion:
    colonne, rangee, sigle = PLACES[code]
    x, y = (colonne - GAUCHE + 0.5) * LARGEUR, rangee * PAS + RAYON
    return TuileRegion(
        code=code,
        nom=nom,
        sigle=sigle,
        compte=compte,
        compte_dit=dire(compte),
        url=adresse_de(code) if compte or code == courante else "",
        courante=code == courante,
        points=_hexagone(x, y),
        x=f"{x:.0f}",
        y_compte=f"{y + 2:.0f}",
        y_sigle=f"{y + 29:.0f}",
    )


def _hexagone(x: float, y: float) -> str:
    demi, rayon = LARGEUR / 2 * JEU, RAYON * JEU
    coins = ((0, -rayon), (demi, -rayon / 2), (demi, rayon / 2), (0, rayon), (-demi, rayon / 2), (-demi, -rayon / 2))
    return " ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in coins)
