"""What a page gives to those who share it: metadata in its head, links at its foot."""

from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail.models import Page

from ..json_ld import ecrire_json_ld
from ..models import AccueilPage
from ..partager.apercu import Apercu, apercu_de
from ..partager.donnees import graphe_de
from ..partager.fils import fils
from ..partager.liens import liens_de
from .navigation import ancetres, ancetres_d_une_route

register = template.Library()


@register.simple_block_tag(takes_context=True, name="partage_tete")
def partage_tete(context: Context, content: str) -> SafeString:
    """Return what a page says in its head, then how it is seen from elsewhere when it is public and may be listed."""
    apercu = apercu_de(context, content)
    requete: Any = context.get("request")
    if apercu is None:
        return SafeString(content)
    requete.apercu = apercu
    page = context.get("page")
    donnees = ecrire_json_ld(graphe_de(requete, apercu, page, _fil(context, page)))
    suivis = fils(requete) if isinstance(page, AccueilPage) else []
    dite = {"apercu": apercu, "donnees": donnees, "fils": suivis}
    return SafeString(content + render_to_string("pages/composants/partage_tete.html", dite))


@register.inclusion_tag("pages/composants/partager.html", takes_context=True)
def partager(context: Context) -> dict[str, Any]:
    """Offer to share what is shown: nothing when its head did not say how it is seen from elsewhere."""
    apercu: Apercu | None = getattr(context.get("request"), "apercu", None)
    return {"apercu": apercu, "liens": liens_de(apercu) if apercu else []}


def _fil(context: Context, page: Any) -> list[tuple[str, str]]:
    """Return the breadcrumb of what is shown, an event or a resource below its list; nothing for what is no page."""
    if not isinstance(page, Page) or not isinstance(context.get("request"), HttpRequest):
        return []
    for nom, attribut in (("evenement", "titre"), ("ressource", "nom")):
        if chose := context.get(nom):
            return ancetres_d_une_route(context, page, getattr(chose, attribut))
    return ancetres(context, page)
