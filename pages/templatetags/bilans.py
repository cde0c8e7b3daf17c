"""What an edition says once its day is over."""

from django import template

from medias.preparees import preparee

from ..evenements.participation import Participation, participation, photos_de
from ..models import EditionPage, PhotoEvenement
from ..models.bilan_evenement import PhotoEvenementQuerySet

register = template.Library()
PHOTOS_MONTREES = 6


@register.simple_tag
def participation_de(edition: EditionPage) -> Participation | None:
    """Return how many people came, once the day is over."""
    return participation(edition.annee) if edition.est_passee else None


@register.simple_tag
def photos_de_l_edition(edition: EditionPage) -> list[PhotoEvenement]:
    """Return a few photographs of the day."""
    return preparee(_photos, edition.annee).lire()


def _photos(annee: int) -> PhotoEvenementQuerySet:
    return photos_de(annee).prefetch_related("image__renditions")[:PHOTOS_MONTREES]
