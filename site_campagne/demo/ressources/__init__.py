"""52 invented resources, in the 17 regions."""

from .centre import CENTRE
from .est import EST
from .fiche import Ressource
from .ouest import OUEST

RESSOURCES: tuple[Ressource, ...] = tuple(sorted(EST + CENTRE + OUEST, key=lambda ressource: ressource.region))

__all__ = ["RESSOURCES", "Ressource"]
