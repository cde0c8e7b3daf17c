"""The links to the other forms of a page."""

from typing import Any

from django import template
from django.urls import reverse

from ..publication.page import PagePubliable
from ..sorties.gardees import taille
from ..sorties.page import Imprimable

register = template.Library()


@register.inclusion_tag("pages/composants/telecharger.html", takes_context=True)
def telecharger(context: Any) -> dict[str, Any]:
    """Offer the PDF and the text of the page that is shown, or of its `variante`, where this very reader may have them.

    Under a signed link, they are under that link; in a preview, nowhere.
    """
    requete, page, variante = (context.get(nom) for nom in ("request", "page", "variante"))
    adresse = _adresse(requete, page)
    if not adresse:
        return {"adresse_pdf": "", "adresse_texte": "", "taille": None}
    adresse += variante.route if variante else ""
    # The PDF of a region is not kept: nobody knows its size.
    connue = taille(page.pk) if page.live and not variante and not getattr(requete, "partage", None) else None
    return {"adresse_pdf": f"{adresse}pdf/", "adresse_texte": f"{adresse}texte/", "taille": connue}


def _adresse(requete: Any, page: Any) -> str:
    if not (isinstance(page, Imprimable) and isinstance(page, PagePubliable) and page.pk):
        return ""
    if getattr(requete, "partage", None):
        return reverse("partage:une_page", args=[requete.resolver_match.kwargs["jeton"], page.pk])
    apercu = getattr(requete, "is_preview", False)
    return page.get_url(requete) or "" if page.live and not apercu else ""
