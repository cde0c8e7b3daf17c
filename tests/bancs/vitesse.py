"""How fast the detector reads, on one core."""

import time
from collections.abc import Sequence
from statistics import median

from temoignages.anonymat import detecter

TOURS = 7


def textes_par_seconde(textes: Sequence[str], permis: tuple[str, ...], tours: int = TOURS) -> float:
    """Return how many texts a second of processor reads, the median of several rounds, the lexicon being loaded."""
    detecter("", permis)
    durees = []
    for _ in range(tours):
        debut = time.process_time()
        for texte in textes:
            detecter(texte, permis)
        durees.append(time.process_time() - debut)
    return len(textes) / median(durees)
