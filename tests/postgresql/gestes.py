"""Two people who do something at the same instant, each from a connection of her own."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, BrokenBarrierError
from typing import TypeVar

from django.db import connections

Objet = TypeVar("Objet")
Issue = TypeVar("Issue")
Cote = Callable[[Objet, Barrier], Issue]


def courir_a_deux(
    objets: Sequence[Objet], une: Cote[Objet, Issue], autre: Cote[Objet, Issue]
) -> list[tuple[Issue, Issue]]:
    """Have both sides deal with each object; each waits, at the barrier it is given, until the other is ready.

    Returns, for each object, what each side made of it.
    """
    depart = Barrier(2)

    def courser(cote: Cote[Objet, Issue]) -> list[Issue]:
        try:
            return [cote(objet, depart) for objet in objets]
        except BaseException:
            depart.abort()
            raise
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as fils:
        try:
            return list(zip(*fils.map(courser, (une, autre)), strict=True))
        except BrokenBarrierError as erreur:  # pragma: no cover - the other thread's error is the cause
            raise AssertionError("one side broke off") from erreur
