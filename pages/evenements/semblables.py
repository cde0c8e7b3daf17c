"""Which events may be the same one, told twice: read by day, compared by `regles.se_ressemblent`."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q, QuerySet

from .regles import DUREE_MAXIMALE, se_ressemblent
from .suivi import Etape, avec_etape

if TYPE_CHECKING:
    from ..models import Evenement


def semblables_de(evenement: "Evenement") -> "list[Any]":
    """Return the events, public or waiting, that look like one, as it stands in memory. One query."""
    return reperer([evenement])[evenement.pk]


def reperer(evenements: "Iterable[Evenement]") -> "dict[Any, list[Any]]":
    """Return, by key, the events that look like each; one query for all, bounded by their days."""
    tous = list(evenements)
    candidats = list(_candidats(tous)) if tous else []
    return {un.pk: [a for a in candidats if a.pk != un.pk and se_ressemblent(un, a)] for un in tous}


def _candidats(evenements: "list[Evenement]") -> "QuerySet[Any]":
    modele, moments = type(evenements[0]), Q()
    for debut, fin in {_etendue(evenement) for evenement in evenements}:
        moments |= Q(debut__lt=fin, fin__gt=debut, debut__gt=debut - DUREE_MAXIMALE)
    lus = avec_etape(modele.objects.filter(moments, annule_le=None))
    return lus.filter(Q(live=True) | Q(etape=Etape.ATTENTE))


def _etendue(evenement: "Evenement") -> tuple[datetime, datetime]:
    """Return the whole of its first day in Québec, and all that it lasts."""
    minuit = datetime.combine(evenement.jour, time(), tzinfo=ZoneInfo(settings.TIME_ZONE))
    return minuit, max(evenement.fin, minuit + timedelta(days=1))
