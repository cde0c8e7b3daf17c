"""A node that obeys less: what it gave once, it gives for half a minute, whatever happens. A trial must catch it."""

import time
from collections.abc import Callable, Iterable
from typing import Any

from django.core.wsgi import get_wsgi_application

RETARD_S = 30.0
_site: Callable[..., Iterable[bytes]] = get_wsgi_application()
_gardees: dict[tuple[str, str], tuple[float, str, list[tuple[str, str]], bytes]] = {}


def application(environ: dict[str, Any], demarrer: Callable[..., Any]) -> Iterable[bytes]:
    """Answer as the site does, the first time."""
    if environ["REQUEST_METHOD"] != "GET":
        return _site(environ, demarrer)
    cle = environ["PATH_INFO"], environ["QUERY_STRING"]
    if cle not in _gardees or time.monotonic() - _gardees[cle][0] > RETARD_S:
        environ.pop("HTTP_IF_NONE_MATCH", None)
        dites: list[Any] = []
        corps = b"".join(_site(environ, lambda *dit: dites.extend(dit)))
        _gardees[cle] = time.monotonic(), dites[0], dites[1], corps
    _quand, statut, entetes, corps = _gardees[cle]
    demarrer(statut, entetes)
    return [corps]
