"""What an edition says once its day is over."""

from django import template
from django.template import Context

from medias.preparees import preparee

from ..evenements.participation import Participation, participation, photos_de
from ..models import EditionPage, PhotoEvenement
from ..models.bilan_evenement import PhotoEvenementQuerySet
from ..sous_etat import retenir

register = template.Library()
PHOTOS_MONTREES = 6


@register.simple_tag(takes_context=True)
def participation_de(context: Context, edition: EditionPage) -> Participation | None:
    """Return how many people came, once the day is over."""
    if not edition.est_passee:
        return None
    return retenir(context.get("request"), (participation, edition.annee), lambda: participation(edition.annee))


@register.simple_tag
def photos_de_l_edition(edition: EditionPage) -> list[PhotoEvenement]:
    """Return a few photographs of the day."""
    return preparee(_photos, edition.annee).lire()


def _photos(annee: int) -> PhotoEvenementQuerySet:
    return photos_de(annee).prefetch_related("image__renditions")[:PHOTOS_MONTREES]
