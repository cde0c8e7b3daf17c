"""What helps to choose how to read a page, near its title."""

from typing import Any

from django import template
from django.template import Context

from reseau.horloge import aujourdhui

from ..langues import dans_la_langue
from ..lecture import minutes_a_dire
from ..models import ContenuPage
from ..presentation import date_courte

register = template.Library()
# Addresses that open a door by themselves, or lead to somebody's own screens: never on paper.
RESERVEES = ("/partage/", "/espace/", "/admin/")


@register.inclusion_tag("pages/composants/reperes.html", takes_context=True)
def reperes(context: Context, page: Any, duree: bool = True) -> dict[str, Any]:
    """Say how long a long page takes (`duree`), and lead to its version that is easy to read, or back; only if live."""
    faciles = ContenuPage.objects.live().filter(simplifie__translation_key=page.translation_key, locale=page.locale_id)
    facile = faciles.first() if page.pk else None
    complete = getattr(page, "simplifie", None)
    if complete:
        complete = dans_la_langue([complete])[complete.pk] if complete.live else None
    requete = context.get("request")
    return {
        "minutes": minutes_a_dire(page) if duree else None,
        "facile": facile.get_url(requete) if facile else "",
        "complete": complete.get_url(requete) if complete else "",
        "titre": complete.title if complete else "",
        "lang": getattr(complete, "lang", ""),
    }


@register.inclusion_tag("pages/composants/papier.html", takes_context=True)
def papier(context: Context) -> dict[str, str]:
    """Say, on paper only, where the page was read and when; nothing of an address that is not for everyone."""
    requete: Any = context.get("request")
    connue = requete is not None and requete.resolver_match and not getattr(requete, "is_preview", False)
    publique = connue and not requete.path.startswith(RESERVEES)
    adresse = requete.build_absolute_uri(requete.path) if publique else ""
    return {"adresse": adresse, "date": date_courte(aujourdhui())}
