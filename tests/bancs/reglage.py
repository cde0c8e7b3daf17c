"""How much is measured: enough for figures, or just enough to see that the bench works."""

from typing import NamedTuple


class Reglage(NamedTuple):
    """Rounds and seconds of each measure of a server; sizes, small then large, and readings of each growth."""

    tours: int = 3
    secondes: int = 3
    textes: tuple[int, int] = (1_000, 100_000)
    evenements: tuple[int, int] = (200, 20_000)
    outils: tuple[int, int] = (100, 5_000)
    lectures: int = 10


ENTIER = Reglage()
RAPIDE = Reglage(tours=1, secondes=2, textes=(50, 200), evenements=(60, 120), outils=(20, 40), lectures=2)
