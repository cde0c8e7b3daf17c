"""What a field refuses, said in French."""

import re
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ..langue.cles import cle

_DE: Final = re.compile(r"\s*(?:(?:de|du|des)\s+|d[’'])\S")
_ADRESSE: Final = re.compile(
    r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z][ \u00a0-]?\d[A-Z]\d\b"
    r"|\b\d{1,5}[A-Z]?,?\s+(?:(?:e|er|re|ère|ième)\s+)?"
    r"(?:rue|avenue|av\.|boul(?:evard|\.)|chemin|ch\.|route|rang|montée|place|côte|allée|impasse|terrasse)\b",
    re.IGNORECASE,
)
_EN: Final = re.compile(r"\s*(?:à|au|aux|en|dans|sur|chez)\s+\S")


def valider_nom(nom: str) -> None:
    """Refuse a name without a letter or a digit."""
    if not cle(nom):
        raise ValidationError(_("Un nom contient au moins une lettre."))


def valider_forme_de(forme: str) -> None:
    """Refuse a form that does not follow « un·e membre »."""
    if not _DE.match(forme):
        raise ValidationError(_("Commencez par « de », « du », « des » ou « d’ », en minuscules."))


def valider_forme_en(forme: str) -> None:
    """Refuse a form that does not say where."""
    if not _EN.match(forme):
        raise ValidationError(_("Commencez par « à », « au », « en », « dans » ou « sur », en minuscules."))


def a_une_adresse(texte: str) -> bool:
    """Say whether a text holds a Canadian postal code or a civic address: a number, then the word for a street."""
    return bool(_ADRESSE.search(texte))
