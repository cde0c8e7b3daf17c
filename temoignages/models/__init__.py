"""The rows of the room. No model here has a `__str__` that shows a word of anyone."""

from .amorce import Amorce
from .comptage import Comptage
from .consentement import Consentement
from .depot import DecisionConstat, Depot
from .generation import Generation
from .incident import Incident
from .lot import Lot, ParticipationAtelier
from .permis import NomPermis
from .registre import EntreeRegistre
from .suivi import PhraseSuivi
from .suppleance import Suppleance
from .temoignage import Temoignage
from .theme import Theme
from .trace import Trace
from .traduction import Traduction

__all__ = [
    "Amorce",
    "Comptage",
    "Consentement",
    "DecisionConstat",
    "Depot",
    "EntreeRegistre",
    "Generation",
    "Incident",
    "Lot",
    "NomPermis",
    "ParticipationAtelier",
    "PhraseSuivi",
    "Suppleance",
    "Temoignage",
    "Theme",
    "Trace",
    "Traduction",
]
