"""What every page shows the same: made once while nothing changes, for all the pages that this process makes."""

from typing import Any

from django import template
from django.template import Context
from django.template.loader import get_template
from django.utils.translation import get_language

from ..sous_etat import retenir

register = template.Library()


@register.simple_tag(takes_context=True)
def retenu(context: Context, gabarit: str, **valeurs: Any) -> str:
    """Return a template of these values (hashable, or lists of such) alone: neither the page nor the request is in it.

    Only what few values can be given to: each new one stays until something public changes.
    """
    figees = {nom: tuple(valeur) if isinstance(valeur, list) else valeur for nom, valeur in valeurs.items()}
    cle = (gabarit, get_language(), *figees.items())
    return retenir(context.get("request"), cle, lambda: get_template(gabarit).render(figees))
