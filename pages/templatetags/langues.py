"""In which language the reader is, and where the others are. Works on any view, page or not."""

from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context

from ..bascule import Version, versions
from ..langues import ETIQUETTES, langue_active, racine_de

register = template.Library()


@register.simple_tag
def etiquette_de_langue() -> str:
    """Return the language of the page as `lang` says it."""
    return ETIQUETTES[langue_active()]


@register.simple_tag(takes_context=True)
def langues(context: Context) -> list[Version]:
    """Return the versions of what is shown, one per language; none without a request (a page of last resort)."""
    requete: Any = context.get("request")
    return versions(requete, context.get("page")) if isinstance(requete, HttpRequest) else []


@register.filter
def jumelles(toutes: list[Version]) -> list[Version]:
    """Keep what search engines are told of: the versions of the same page, when there is more than one."""
    memes = [version for version in toutes if not version.manque]
    return memes if len(memes) > 1 else []


@register.simple_tag(takes_context=True)
def accueil_url(context: Context) -> str:
    """Return the address of the home page in the reader's language."""
    requete: Any = context.get("request")
    racine = racine_de(requete)
    return (racine.get_url(requete) if racine else None) or "/"
