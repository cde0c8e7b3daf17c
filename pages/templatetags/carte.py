"""The map of the 17 regions, with the same counts in text beside it."""

from collections.abc import Sequence
from typing import Any

from django import template

from ..carte import HAUTEUR_DU_DESSIN, LARGEUR_DU_DESSIN, TuileRegion

register = template.Library()


@register.inclusion_tag("pages/composants/carte_regions.html")
def carte_regions(tuiles: Sequence[TuileRegion], nom: str) -> dict[str, Any]:
    """Show the tiles of `pages.carte.tuiles_des_regions`. `nom`: what a voice calls the map."""
    return {"tuiles": tuiles, "nom": nom, "largeur": str(LARGEUR_DU_DESSIN), "hauteur": str(HAUTEUR_DU_DESSIN)}
