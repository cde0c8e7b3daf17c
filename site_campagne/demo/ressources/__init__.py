"""90 invented resources, in the 17 regions."""

from .capitale import CAPITALE
from .centre import CENTRE
from .est import EST
from .fiche import Ressource
from .montreal import MONTREAL
from .ouest import OUEST
from .sud import SUD

RESSOURCES: tuple[Ressource, ...] = tuple(
    sorted(EST + CAPITALE + CENTRE + SUD + MONTREAL + OUEST, key=lambda ressource: ressource.region)
)

__all__ = ["RESSOURCES", "Ressource"]
