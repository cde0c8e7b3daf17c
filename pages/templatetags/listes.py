"""What a list says of what it does not hold: the rest of it, in French."""

from django import template
from django.conf import settings
from django.db.models import Exists, OuterRef
from django.template import Context
from wagtail.models import Page

from ..langues import ETIQUETTES, langue_active
from ..models import PublicationsPage
from ..models.publications import SECTIONS
from ..ouvertes import ouvertes

register = template.Library()


@register.inclusion_tag("pages/composants/reste_en_francais.html", takes_context=True)
def reste_en_francais(context: Context, page: Page, texte: str) -> dict[str, str]:
    """Lead to the French page of a list when it holds what the reader's does not; two queries, none in French.

    Args:
        context: that of the template.
        page: the list, in the reader's language.
        texte: the words of the link, in the reader's language: « Tous les communiqués, en français ».
    """
    francaise = _francaise(page)
    url = francaise.get_url(context.get("request")) if francaise and _tient_plus(francaise) else ""
    return {"url": url or "", "texte": texte, "langue": ETIQUETTES[settings.LANGUAGE_CODE]}


def _francaise(page: Page) -> Page | None:
    if langue_active() == settings.LANGUAGE_CODE:
        return None
    publiques = ouvertes(Page.objects.filter(translation_key=page.translation_key))
    francaise: Page | None = publiques.filter(locale__language_code=settings.LANGUAGE_CODE).specific(defer=True).first()
    return francaise


def _tient_plus(francaise: Page) -> bool:
    """Say whether a public page of a French list has no public twin in the reader's language."""
    if isinstance(francaise, PublicationsPage):
        tenues = francaise.get_siblings(inclusive=False).type(*SECTIONS)
    else:
        tenues = francaise.get_descendants()
    jumelles = Page.objects.live().filter(
        translation_key=OuterRef("translation_key"), locale__language_code=langue_active()
    )
    return bool(ouvertes(tenues).filter(~Exists(jumelles)).exists())
