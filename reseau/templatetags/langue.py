"""The language of the network in templates: typography, regions, inclusive writing."""

from typing import Any

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from .. import presentation
from ..langue.regions import Lieu, Region, trouver_region
from ..presentation import inclusif_html
from ..typographie import typographier, typographier_html

register = template.Library()


@register.filter(needs_autoescape=True)
def typo(valeur: Any, autoescape: bool = True) -> str:
    """Apply Québec typography to an editorial text, plain or already safe HTML; other languages pass unchanged.

    Never for a testimony: an author's text keeps its spelling.
    """
    if hasattr(valeur, "__html__"):
        return _sur(typographier_html(str(valeur.__html__())))
    texte = typographier(str(valeur))
    return conditional_escape(texte) if autoescape else texte


@register.filter
def de_region(valeur: Region | Lieu | str) -> str:
    """« 05 » or « Estrie » → « de l’Estrie », “in Estrie”; nothing for an unknown region."""
    region = _region(valeur)
    return presentation.de_lieu(region) if region else ""


@register.filter
def en_region(valeur: Region | Lieu | str) -> str:
    """« 05 » or « Estrie » → « en Estrie », “in Estrie”; nothing for an unknown region."""
    region = _region(valeur)
    return presentation.en_lieu(region) if region else ""


@register.filter
def inclusif(valeur: Any) -> SafeString:
    """Show middle dots as written and let assistive technology say the full doublet: see `inclusif_html`."""
    return inclusif_html(str(valeur))


def _region(valeur: Region | Lieu | str) -> Region | Lieu | None:
    return trouver_region(valeur) if isinstance(valeur, str) else valeur


def _sur(html: str) -> SafeString:
    """Keep safe what was safe: the rules change spaces and apostrophes of text nodes, never a tag."""
    return mark_safe(html)  # noqa: S308 - the input was safe already, and no rule writes < > & or a quotation mark
