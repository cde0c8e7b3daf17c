"""The link to the PDF of a page."""

from typing import Any

from django import template
from django.urls import reverse

from ..publication.page import PagePubliable
from ..sorties.gardees import taille
from ..sorties.page import Imprimable

register = template.Library()


@register.inclusion_tag("pages/composants/lien_pdf.html", takes_context=True)
def lien_pdf(context: Any) -> dict[str, Any]:
    """Offer the PDF of the page that is shown, if it has one: under its signed link, or at its public address."""
    requete, page = context.get("request"), context.get("page")
    if not (isinstance(page, Imprimable) and isinstance(page, PagePubliable) and page.pk):
        return {"adresse": "", "taille": None}
    if getattr(requete, "partage", None):
        jeton = requete.resolver_match.kwargs["jeton"]
        return {"adresse": reverse("partage:route", args=[jeton, page.pk, "pdf/"]), "taille": None}
    if getattr(requete, "is_preview", False) or not page.live:
        return {"adresse": "", "taille": None}
    return {"adresse": f"{page.get_url(requete)}pdf/", "taille": taille(page.pk)}
