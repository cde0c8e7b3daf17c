"""What our addresses may hold (Django's « path converters »)."""

from typing import Final

from django.urls import register_converter
from django.urls.converters import IntConverter

CHIFFRES: Final = 9  # every number of so many fits in a column of any engine; a longer one would be an error of theirs


class Numero(IntConverter):
    """The number of a row; more digits than any table has lead nowhere."""

    regex = f"[0-9]{{1,{CHIFFRES}}}"


register_converter(Numero, "numero")
