"""What a page that is not public says of itself, and what was corrected in one that is."""

from typing import Any

from django import template

from ..publication.confidentialite import Confidentielle, mentions
from ..publication.errata import Erratum

register = template.Library()


@register.inclusion_tag("pages/composants/mention.html", takes_context=True)
def mention_confidentielle(context: Any) -> dict[str, Any]:
    """Show the mentions of the page, in a preview or through a signed link; nothing to the public."""
    requete, page = context.get("request"), context.get("page")
    partage = getattr(requete, "partage", None)
    if partage:
        return {"mentions": partage.mentions, "destinataire": partage.destinataire, "version": partage.version}
    apercu = getattr(requete, "is_preview", False) and isinstance(page, Confidentielle)
    return {"mentions": mentions(page) if apercu else [], "destinataire": "", "version": ""}


@register.inclusion_tag("pages/composants/errata.html", takes_context=True)
def errata(context: Any) -> dict[str, Any]:
    """Show what was corrected: no query for a page that never was. A preview shows what is proposed as well."""
    requete, page = context.get("request"), context.get("page")
    if not isinstance(page, Confidentielle):
        return {"errata": [], "proposes": []}
    siens = Erratum.objects.filter(page_id=page.pk)
    return {
        "errata": list(siens.publies()) if page.rectifie_le else [],
        "proposes": list(siens.proposes()) if getattr(requete, "is_preview", False) else [],
    }
