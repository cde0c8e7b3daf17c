"""What a room above says of recordings: who spoke there, and accepts no longer.

A page knows the people of an episode; this room does not know pages. It only asks, in the query that reads each
recording, whether somebody withholds it: pages, feeds and files then agree, at the same instant. A page that falls
silent itself refers to nothing any more: its images go with it, unless another page shows them.
"""

from collections.abc import Callable
from typing import Any, Final

from django.db.models import Model, Q, QuerySet

Silence = Callable[[], QuerySet[Any]]

_CONDITIONS: Final[list[Callable[[], Q]]] = []
_SILENCES: Final[list[tuple[type[Model], Silence]]] = []


def retenir(condition: Callable[[], Q]) -> None:
    """Register what withholds a recording, once; called at each query, it may read `OuterRef("pk")` and today."""
    if condition not in _CONDITIONS:
        _CONDITIONS.append(condition)


def est_retenu() -> Q:
    """Return the condition that somebody withholds a recording; never true when no room registered anything."""
    retenu = Q(pk__in=[])
    for condition in _CONDITIONS:
        retenu |= condition()
    return retenu


def taire(racine: type[Model], lignes: Silence) -> None:
    """Register the live rows of `racine` (or of a model that extends it) whose references are not public, once."""
    if (racine, lignes) not in _SILENCES:
        _SILENCES.append((racine, lignes))


def sans_les_tus(racine: type[Model], lignes: QuerySet[Any]) -> QuerySet[Any]:
    """Return rows of `racine` without those that are silent today."""
    for silencieuse, tues in _SILENCES:
        if silencieuse is racine:
            lignes = lignes.exclude(pk__in=tues().values("pk"))
    return lignes
