"""The weight of a file, as people read it."""

from typing import Final

from django.utils.formats import number_format
from django.utils.translation import gettext as _

MILLE: Final = 1000


def poids_lisible(octets: int) -> str:
    """Return a weight in words: « 640 Ko », « 1,2 Mo ». A thousand bytes make a Ko, as file managers now count."""
    kilos = max(1, round(octets / MILLE))
    if kilos < MILLE:
        return _("%(nombre)s\u00a0Ko") % {"nombre": kilos}
    dixiemes = round(octets / MILLE**2, 1)
    return _("%(nombre)s\u00a0Mo") % {"nombre": number_format(dixiemes, 0 if dixiemes.is_integer() else 1)}
