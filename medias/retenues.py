"""What a room above says of recordings: who spoke there, and accepts no longer.

A page knows the people of an episode; this room does not know pages. It only asks, in the query that reads each
recording, whether somebody withholds it: pages, feeds and files then agree, at the same instant.
"""

from collections.abc import Callable
from typing import Final

from django.db.models import Q

_CONDITIONS: Final[list[Callable[[], Q]]] = []


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
