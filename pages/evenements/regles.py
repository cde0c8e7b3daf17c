"""Judgement about hours and likeness: half-open intervals, the clock of Québec, what is too long or told twice."""

from datetime import UTC, date, datetime, time, timedelta
from difflib import SequenceMatcher
from typing import Protocol
from zoneinfo import ZoneInfo

from reseau.langue.cles import plier

DUREE_MAXIMALE = timedelta(days=31)
# Folded titles share that much of their letters, in order: « Café-causerie » and « Causerie café » do not.
TITRES_PROCHES = 0.8


class HeureInexistante(ValueError):
    """The clock jumps over that hour (the second Sunday of March)."""


def sur_l_horloge(jour: date, heure: time, fuseau: ZoneInfo) -> datetime:
    """Return the moment of a day and an hour read on a clock.

    The hour that comes twice (the first Sunday of November) is the first of both.

    Raises:
        HeureInexistante: no clock shows it that day.
    """
    moment = datetime.combine(jour, heure.replace(fold=0), tzinfo=fuseau)
    if moment.astimezone(UTC).astimezone(fuseau).replace(tzinfo=None) != moment.replace(tzinfo=None):
        raise HeureInexistante
    return moment


def se_chevauchent(un: tuple[datetime, datetime], autre: tuple[datetime, datetime]) -> bool:
    """Say whether two half-open intervals share a moment: what ends at noon does not meet what begins at noon."""
    return un[0] < autre[1] and autre[0] < un[1]


class Annonce(Protocol):
    """What is compared of two events."""

    ressource_id: int
    titre: str
    municipalite: str
    debut: datetime
    fin: datetime

    @property
    def jour(self) -> date:
        """The day it begins, in Québec."""


def se_ressemblent(un: Annonce, autre: Annonce) -> bool:
    """Say whether two events may be the same one, told twice.

    The same resource is in two places at once; or it happens the same day, in the same municipality, under nearly the
    same title.
    """
    if un.ressource_id == autre.ressource_id and se_chevauchent((un.debut, un.fin), (autre.debut, autre.fin)):
        return True
    lieu = plier(un.municipalite)
    if un.jour != autre.jour or not lieu or lieu != plier(autre.municipalite):
        return False
    return SequenceMatcher(None, plier(un.titre), plier(autre.titre)).ratio() >= TITRES_PROCHES
