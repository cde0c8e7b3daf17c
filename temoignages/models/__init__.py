"""The rows of the room. No model here has a `__str__` that shows a word of anyone."""

from .amorce import Amorce
from .consentement import Consentement
from .depot import DecisionConstat, Depot
from .incident import Incident
from .lot import Lot, ParticipationAtelier
from .permis import NomPermis
from .registre import EntreeRegistre
from .temoignage import Temoignage
from .trace import Trace

__all__ = [
    "Amorce",
    "Consentement",
    "DecisionConstat",
    "Depot",
    "EntreeRegistre",
    "Incident",
    "Lot",
    "NomPermis",
    "ParticipationAtelier",
    "Temoignage",
    "Trace",
]
