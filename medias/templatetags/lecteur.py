"""Times of a recording, the weight of a file and the site of a video, in templates."""

from urllib.parse import urlsplit

from django import template

from ..durees import duree_en_mots, minutage
from ..poids import poids_lisible

register = template.Library()
register.filter(duree_en_mots)
register.filter(minutage)
register.filter(poids_lisible)


@register.filter
def hote(adresse: str) -> str:
    """Return the name of the site that an address leads to: « exemple.org »."""
    return (urlsplit(adresse).hostname or "").removeprefix("www.")
