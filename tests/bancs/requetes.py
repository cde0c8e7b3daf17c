"""Counts what answers ask of the database and of the processor: `python -m tests.bancs.requetes /a/ /b/`.

In one process, under the settings of the environment. Printed as JSON, by address: the queries of a page made just
after something was written, of another made while nothing was, of the same asked for again; then the milliseconds of
processor of the first two.
"""

import json
import sys
import time
from contextlib import ExitStack
from itertools import count
from statistics import median
from typing import Any

import django

TOURS = 9
rangs = count()  # a rank makes an address new to the cache


def main(adresses: list[str]) -> None:
    """Print the figures."""
    django.setup()
    from django.test import Client  # noqa: PLC0415 - after `setup`

    client = Client(SERVER_NAME="127.0.0.1")  # one for all: what keeps answers is warm with it
    sys.stdout.write(json.dumps({adresse: _compter(client, adresse) + _peser(client, adresse) for adresse in adresses}))


def _compter(client: Any, adresse: str) -> list[int]:
    _lire(client, adresse, next(rangs))
    _ecrire()
    rang = next(rangs)
    return [_requetes(client, adresse, un) for un in (next(rangs), rang, rang)]


def _peser(client: Any, adresse: str) -> list[float]:
    """Return the median of each kind of page, in turn."""
    durees: dict[bool, list[float]] = {True: [], False: []}
    for _tour in range(TOURS):
        for apres, siennes in durees.items():
            if apres:
                _ecrire()
            debut = time.process_time()
            _lire(client, adresse, next(rangs))
            siennes.append(1000 * (time.process_time() - debut))
    return [median(siennes) for siennes in durees.values()]


def _ecrire() -> None:
    """Write pages, none of them: whatever is kept as long as nothing changes is out of date."""
    from wagtail.models import Page  # noqa: PLC0415 - after `setup`

    Page.objects.filter(pk=-1).update(title="")


def _requetes(client: Any, adresse: str, rang: int) -> int:
    """Return how many queries an answer made, on every database."""
    from django.db import connections  # noqa: PLC0415 - after `setup`
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 - idem

    with ExitStack() as pile:
        lues: list[Any] = [pile.enter_context(CaptureQueriesContext(connections[alias])) for alias in connections]
        _lire(client, adresse, rang)
        return sum(map(len, lues))


def _lire(client: Any, adresse: str, rang: int) -> None:
    reponse = client.get(adresse, {"comparer": rang})
    if reponse.status_code != 200:
        raise RuntimeError(f"{adresse}: {reponse.status_code}")


if __name__ == "__main__":
    main(sys.argv[1:])
