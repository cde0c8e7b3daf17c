"""Every change of state of the network: one verb, one function. None sees a request."""

from .erreurs import Refus
from .fusionner import Deplacement, deplacements, fusionner
from .importer import Rapport, importer_ressources

__all__ = ["Deplacement", "Rapport", "Refus", "deplacements", "fusionner", "importer_ressources"]
