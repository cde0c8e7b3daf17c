"""What helps to choose how to read a page, near its title."""

from typing import Any

from django import template
from django.db.models import F
from django.template import Context
from wagtail.models import Page

from reseau.horloge import aujourdhui

from ..langues import dans_la_langue
from ..lecture import minutes_a_dire
from ..models import ContenuPage
from ..ouvertes import ouvertes
from ..presentation import date_courte
from ..sous_etat import retenir

register = template.Library()
# Addresses that open a door by themselves, or lead to somebody's own screens: never on paper.
RESERVEES = ("/partage/", "/espace/", "/admin/")


@register.inclusion_tag("pages/composants/reperes.html", takes_context=True)
def reperes(context: Context, page: Any, duree: bool = True) -> dict[str, Any]:
    """Say how long a long page takes (`duree`), and lead to its version that is easy to read, or back; only if open."""
    requete = context.get("request")
    faciles = retenir(requete, _faciles, _faciles) if page.pk else {}
    facile = faciles.get((page.translation_key, page.locale_id))
    numero: Any = getattr(page, "simplifie_id", None)
    complete: Any = ouvertes(Page.objects.filter(pk=numero)).first() if numero else None
    if complete:
        complete = dans_la_langue([complete])[complete.pk]
    return {
        "minutes": minutes_a_dire(page) if duree else None,
        "facile": facile.get_url(requete) if facile else "",
        "complete": complete.get_url(requete) if complete else "",
        "titre": complete.title if complete else "",
        "lang": getattr(complete, "lang", ""),
    }


def _faciles() -> dict[tuple[Any, int], Any]:
    """Return the easy versions that anyone may read: a few pages, by what they make easier and in which language."""
    lues: Any = ouvertes(ContenuPage.objects.filter(simplifie__isnull=False)).order_by("-path")
    return {
        (page.cle_complete, page.locale_id): page
        for page in lues.annotate(cle_complete=F("simplifie__translation_key"))
    }


@register.inclusion_tag("pages/composants/papier.html", takes_context=True)
def papier(context: Context) -> dict[str, str]:
    """Say, on paper only, where the page was read and when; nothing of an address that is not for everyone."""
    requete: Any = context.get("request")
    connue = requete is not None and requete.resolver_match and not getattr(requete, "is_preview", False)
    publique = connue and not requete.path.startswith(RESERVEES)
    adresse = requete.build_absolute_uri(requete.path) if publique else ""
    return {"adresse": adresse, "date": date_courte(aujourdhui())}
