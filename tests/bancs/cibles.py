"""What is asked of the detector: the measures, the targets on texts held in reserve, the floors never to go below.

Targets come from the request for the detector. Floors stand just below what was last measured; they are raised when
the detector gets better, so that no change makes it worse unnoticed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from .score import Score, Taux


@dataclass(frozen=True, slots=True)
class Mesure:
    """One figure of a score; ``au_moins`` says whether more is better, ``est_part`` whether it is a proportion."""

    libelle: str
    lire: Callable[[Score], Taux]
    au_moins: bool
    est_part: bool = True

    def est_tenue(self, valeur: float, seuil: float) -> bool:
        """Return whether a value stands on the right side of a threshold; one that was not measured (NaN) does not."""
        return valeur >= seuil if self.au_moins else valeur <= seuil


class Exigence(NamedTuple):
    """The threshold of each measure, None when there is none; proportions from 0 to 1, false alarms per text."""

    direct: float
    fuites: float
    quasi: float
    faux: float
    precision: float
    bloquants: float | None = None

    def manquees(self, score: Score) -> dict[str, float]:
        """Return the value of each measure that does not hold in ``score``."""
        seuils = {nom: seuil for nom, seuil in self._asdict().items() if seuil is not None}
        valeurs = {nom: MESURES[nom].lire(score).valeur for nom in seuils}
        return {nom: valeurs[nom] for nom, seuil in seuils.items() if not MESURES[nom].est_tenue(valeurs[nom], seuil)}


MESURES = {
    "direct": Mesure("identifiants directs trouvés", lambda score: score.rappel("direct"), au_moins=True),
    "bloquants": Mesure("… dont signalés comme directs", lambda score: score.bloquants, au_moins=True),
    "fuites": Mesure("textes qui en laissent passer", lambda score: score.fuites, au_moins=False),
    "quasi": Mesure("quasi-identifiants trouvés", lambda score: score.rappel("quasi"), au_moins=True),
    "faux": Mesure("fausses alertes par texte neutre", lambda score: score.faux, au_moins=False, est_part=False),
    "precision": Mesure("caractères signalés à raison", lambda score: score.precision, au_moins=True),
}

CIBLES = {
    "reserve_courts": Exigence(direct=0.98, fuites=0.025, quasi=0.85, faux=0.5, precision=0.75),
    "reserve_recits": Exigence(direct=0.97, fuites=0.18, quasi=0.80, faux=2, precision=0.70),
}
PLANCHERS = {
    "dev": Exigence(direct=0.99, fuites=0.01, quasi=0.97, faux=0.05, precision=0.91, bloquants=0.99),
    "reglage_courts": Exigence(direct=0.99, fuites=0.01, quasi=0.95, faux=0.10, precision=0.88, bloquants=0.99),
    "reglage_recits": Exigence(direct=0.98, fuites=0.06, quasi=0.95, faux=0.70, precision=0.80, bloquants=0.98),
    "reglage_autres_courts": Exigence(direct=0.97, fuites=0.04, quasi=0.93, faux=0.25, precision=0.85, bloquants=0.96),
    "reglage_autres_recits": Exigence(direct=0.98, fuites=0.07, quasi=0.90, faux=1.90, precision=0.76, bloquants=0.97),
    "reglage2a_courts": Exigence(direct=0.98, fuites=0.02, quasi=0.85, faux=0.20, precision=0.86, bloquants=0.97),
    "reglage2a_recits": Exigence(direct=0.97, fuites=0.12, quasi=0.80, faux=1, precision=0.85, bloquants=0.96),
    "reglage2b_courts": Exigence(direct=0.98, fuites=0.03, quasi=0.80, faux=0.30, precision=0.85, bloquants=0.97),
    "reglage2b_recits": Exigence(direct=0.96, fuites=0.20, quasi=0.84, faux=6, precision=0.85, bloquants=0.95),
    "reserve_courts": Exigence(direct=0.98, fuites=0.02, quasi=0.85, faux=0.20, precision=0.88, bloquants=0.97),
    "reserve_recits": Exigence(direct=0.99, fuites=0.06, quasi=0.83, faux=1.50, precision=0.82, bloquants=0.98),
}
TEXTES_PAR_SECONDE = 1_000
MEMOIRE_MO = 150
DONNEES_MO = 5
