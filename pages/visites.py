"""The place that an episode or a capsule visited: named only where its people, who are heard, can hide among others."""

from typing import Any

from django.utils.translation import gettext as _now

from reseau.langue.regions import QUEBEC
from reseau.presentation import de_lieu
from temoignages.regles import MEMBRES_RESSOURCE


class Visite:
    """A page that may have gone somewhere: `ressource`."""

    ressource: Any

    @property
    def ressource_nommee(self) -> bool:
        """Whether the place may be named: its people would otherwise be too few to hide among."""
        visitee = self.ressource
        return visitee is not None and visitee.active and visitee.membres_minimum >= MEMBRES_RESSOURCE

    @property
    def lieu_visite(self) -> str:
        """« La Passerelle », or « une ressource alternative de l’Estrie »; empty when it went nowhere."""
        if self.ressource is None or self.ressource_nommee:
            return str(self.ressource or "")
        ou = self.ressource.region_objet or QUEBEC
        return _now("une ressource alternative %(lieu)s") % {"lieu": de_lieu(ou)}
