"""Times of a recording, and the site of a video, in templates."""

from urllib.parse import urlsplit

from django import template

from ..durees import duree_en_mots, minutage

register = template.Library()
register.filter(duree_en_mots)
register.filter(minutage)


@register.filter
def hote(adresse: str) -> str:
    """Return the name of the site that an address leads to: « exemple.org »."""
    return (urlsplit(adresse).hostname or "").removeprefix("www.")
