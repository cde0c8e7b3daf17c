"""Hours as people of Québec type them, and the moment that a day and two hours make."""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ..presentation import heure_d_ici
from .regles import DUREE_MAXIMALE, HeureInexistante, sur_l_horloge

_HEURE: Final = re.compile(r"([0-9]{1,2})(?:\s*(?:h|heures?|:|\.)\s*([0-9]{2})?|([0-9]{2}))?", re.IGNORECASE)
_MOTS: Final = {"midi": 12 * 60, "minuit": 24 * 60}
MINUIT: Final = 24 * 60


class HorsHoraire(ValueError):
    """A moment that cannot be; `champ` is the field of the form that says why."""

    def __init__(self, champ: str, message: str) -> None:
        """Keep the field and the sentence."""
        super().__init__(message)
        self.champ = champ


def lire_heure(texte: str) -> int:
    """Return the minutes since midnight of « 13 h », « 13 h 30 », « 13:30 », « 1330 », « midi »; « 24 h » is 1440.

    Raises:
        ValueError: no clock shows it.
    """
    texte = texte.strip().lower()
    if texte in _MOTS:
        return _MOTS[texte]
    lu = _HEURE.fullmatch(texte)
    if lu is None:
        raise ValueError(texte)
    minutes = int(lu[2] or lu[3] or 0)
    total = int(lu[1]) * 60 + minutes
    if minutes >= 60 or total > MINUIT:  # noqa: PLR2004 - minutes of an hour
        raise ValueError(texte)
    return total


def ecrire_heure(minutes: int) -> str:
    """Return « 13 h 30 », « 24 h »."""
    return "24\u00a0h" if minutes == MINUIT else heure_d_ici(time(*divmod(minutes, 60)))


class HeureField(forms.CharField):
    """An hour, as minutes since midnight."""

    default_error_messages = {"invalid": _("Écrivez l’heure ainsi : 13 h, 13:30 ou 1330.")}

    def to_python(self, value: Any) -> Any:
        """Read what was typed; nothing typed is `None`."""
        texte = super().to_python(value)
        if not texte:
            return None
        try:
            return lire_heure(texte)
        except ValueError as erreur:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from erreur


def bornes(
    jour: date, heure_debut: int, heure_fin: int, dernier_jour: date | None, fuseau: ZoneInfo
) -> tuple[datetime, datetime]:
    """Return when an event begins and ends, in UTC.

    Args:
        jour: its first day.
        heure_debut: minutes since the midnight of that day.
        heure_fin: minutes since the midnight of its last day; 0 on the first day means the midnight that ends it.
        dernier_jour: its last day, nothing when it is the first.
        fuseau: the clock that the hours are read on.

    Raises:
        HorsHoraire: there is no such moment, the end comes before the start, or it lasts too long.
    """
    dernier = dernier_jour or jour
    if dernier < jour:
        raise HorsHoraire("dernier_jour", _now("Le dernier jour vient avant le premier."))
    if heure_debut == MINUIT:
        raise HorsHoraire(
            "heure_debut", _now("Minuit, au début d’une journée, s’écrit « 0 h », à la date qui commence.")
        )
    if heure_fin == 0 and dernier == jour:
        heure_fin = MINUIT
    debut = _moment("heure_debut", jour, heure_debut, fuseau)
    fin = _moment("heure_fin", dernier + timedelta(days=heure_fin // MINUIT), heure_fin % MINUIT, fuseau)
    if fin <= debut:
        avis = _now("La fin vient après le début. S’il finit le lendemain, donnez aussi le dernier jour.")
        raise HorsHoraire("heure_fin", avis)
    if fin - debut > DUREE_MAXIMALE:
        raise HorsHoraire("dernier_jour", _now("Un événement dure au plus un mois : proposez-en plusieurs."))
    return debut, fin


def _moment(champ: str, jour: date, minutes: int, fuseau: ZoneInfo) -> datetime:
    try:
        return sur_l_horloge(jour, time(*divmod(minutes, 60)), fuseau).astimezone(UTC)
    except HeureInexistante as erreur:
        avis = _now("Cette heure n’existe pas ce jour-là : la nuit du changement d’heure, on passe de 2 h à 3 h.")
        raise HorsHoraire(champ, avis) from erreur


def horaire(debut: datetime, fin: datetime, fuseau: ZoneInfo) -> dict[str, Any]:
    """Return what the form shows of a moment: the reverse of `bornes`."""
    du, au = debut.astimezone(fuseau), fin.astimezone(fuseau)
    dernier = au.date()
    minutes = au.hour * 60 + au.minute
    if not minutes:
        dernier, minutes = dernier - timedelta(days=1), MINUIT
    return {
        "jour": du.date(),
        "heure_debut": heure_d_ici(du.time()),
        "heure_fin": ecrire_heure(minutes),
        "dernier_jour": None if dernier == du.date() else dernier,
    }
