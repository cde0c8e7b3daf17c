"""Every change of state of the network: one verb, one function. None sees a request."""

from .erreurs import Refus
from .fusionner import Deplacement, deplacements, fusionner
from .importer import RapportRessources, importer_ressources

__all__ = ["Deplacement", "RapportRessources", "Refus", "deplacements", "fusionner", "importer_ressources"]
