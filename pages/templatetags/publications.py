"""What was published for an edition: its agenda, its work, its workbooks and sheets, its capsules, its releases."""

from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django import template
from django.db.models import F, Q
from django.template import Context
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import Page

from medias.preparees import preparee

from ..etats import GenreCommunique
from ..models.capsule import CapsulePage
from ..ouvertes import ouvertes

register = template.Library()
AU_PLUS = 20
DATEES = ("communiquepage", "oeuvrepage", "cahierpage", "fichepage")


class Publication(NamedTuple):
    """A line of the list."""

    titre: str
    adresse: str
    genre: str


@register.simple_tag(takes_context=True)
def publications_de(context: Context, edition: Any) -> list[Publication]:
    """Return the public publications of an edition, in one query: agenda, work, books, capsules, releases."""
    pages = preparee(_publiees, edition.path, edition.depth, edition.annee, edition.locale_id).lire()
    requete: Any = context.get("request")
    return [Publication(page.title, page.get_url(requete) or "", _genre(page)) for page in pages]


def _publiees(chemin: str, profondeur: int, annee: int, locale: int) -> Any:
    sous_elle = Q(programmepage__isnull=False, path__startswith=chemin, depth=profondeur + 1)
    de_son_annee = [Q(**{f"{genre}__edition": annee}) for genre in DATEES]
    capsules = Q(pk__in=CapsulePage.objects.montrables().filter(edition=annee).values("pk"))
    siennes = Page.objects.filter(reduce(or_, de_son_annee, sous_elle | capsules), locale=locale)
    pages = ouvertes(siennes)
    pages = pages.annotate(programme=F("programmepage"), genre_de_presse=F("communiquepage__genre"))
    pages = pages.order_by(
        F("programmepage").asc(nulls_last=True),
        F("oeuvrepage").asc(nulls_last=True),
        F("cahierpage").asc(nulls_last=True),
        F("fichepage").asc(nulls_last=True),
        F("capsulepage").asc(nulls_last=True),
        F("communiquepage__date").desc(nulls_last=True),
        "-pk",
    )
    return pages[:AU_PLUS]


def _genre(page: Any) -> str:
    if page.genre_de_presse:
        return str(GenreCommunique(page.genre_de_presse).label)
    return _("Programme") if page.programme else capfirst(page.page_type_display_name)
