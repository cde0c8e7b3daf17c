"""What a release offers to newsrooms."""

from typing import Any

from django import template
from django.urls import reverse

from ..presse_zip import taille

register = template.Library()


@register.inclusion_tag("pages/composants/dossier_de_presse.html", takes_context=True)
def dossier_de_presse(context: Any) -> dict[str, Any]:
    """Offer the press zip of the release that is shown: under its signed link, or at its public address."""
    requete, page = context.get("request"), context["page"]
    variante = context.get("variante")
    region, reste = (variante.region, f"{variante.route}presse.zip") if variante else ("", "presse.zip")
    if getattr(requete, "partage", None):
        jeton = requete.resolver_match.kwargs["jeton"]
        return {"adresse": reverse("partage:route", args=[jeton, page.pk, f"{reste}/"]), "taille": None}
    if getattr(requete, "is_preview", False) or not page.live:
        return {"adresse": "", "taille": None}
    return {"adresse": f"{page.get_url(requete)}{reste}", "taille": taille(page, region)}
