"""The help lines, on every page."""

from django import template
from django.template import Context

from ..aide import LigneAide
from ..models import AideSetting

register = template.Library()


@register.simple_tag(takes_context=True)
def lignes_aide(context: Context) -> tuple[LigneAide, ...]:
    """Return the help lines in their order: never empty."""
    return AideSetting.lignes_affichees(context.get("request"))
