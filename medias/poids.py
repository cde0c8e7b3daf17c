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
    megas = round(octets / MILLE**2, 1)
    if megas < MILLE:
        return _("%(nombre)s\u00a0Mo") % {"nombre": _dixiemes(megas)}
    return _("%(nombre)s\u00a0Go") % {"nombre": _dixiemes(round(octets / MILLE**3, 1))}


def _dixiemes(nombre: float) -> str:
    return str(number_format(nombre, 0 if nombre.is_integer() else 1))
