"""Moments of a recording: typed and read « 12:05 », kept in seconds."""

import re
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from medias.durees import minutage

_MINUTAGE: Final = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)")
_HEURE: Final = 3600


def lire_minutage(texte: str) -> int:
    """Return the seconds of « 12:05 » (minutes and seconds) or of « 1:12:05 ».

    Raises:
        ValueError: it is neither; with hours, the minutes go to 59.
    """
    lu = _MINUTAGE.fullmatch(texte.strip())
    if lu is None or (lu[1] and int(lu[2]) * 60 >= _HEURE):
        raise ValueError(texte)
    return int(lu[1] or 0) * _HEURE + int(lu[2]) * 60 + int(lu[3])


class MinutageFormField(forms.CharField):
    """A moment, as it is typed."""

    def to_python(self, value: Any) -> Any:
        """Return the seconds of what was typed; nothing for nothing.

        Raises:
            ValidationError: it is no moment.
        """
        texte = super().to_python(value)
        if not texte:
            return None
        try:
            return lire_minutage(texte)
        except ValueError as erreur:
            raise ValidationError(_now("Écrivez les minutes et les secondes : « 12:05 ».")) from erreur

    def prepare_value(self, value: Any) -> Any:
        """Return what the field shows: a stored number of seconds as a moment, what was typed as it is."""
        return minutage(value) if isinstance(value, int) else value


class ChampMinutage(models.PositiveIntegerField):  # type: ignore[type-arg]  # not generic at run time
    """Seconds from the start of a recording."""

    description = _("Moment d’un enregistrement")

    def formfield(self, **options: Any) -> Any:
        """Return the field of a form."""
        return models.Field.formfield(self, form_class=MinutageFormField, **options)
