"""The help lines, on every page."""

from django import template

from ..aide import LigneAide
from ..models import AideSetting

register = template.Library()


@register.simple_tag
def lignes_aide() -> tuple[LigneAide, ...]:
    """Return the help lines in their order: never empty."""
    return AideSetting.lignes_affichees()
