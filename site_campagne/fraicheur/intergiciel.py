"""Keeps public answers in the application cache, and says to the web server in front until when to keep its copy."""

import logging
import time
from collections.abc import Callable
from typing import Any, Final

from django.core.cache import caches
from django.core.cache.backends.dummy import DummyCache
from django.core.cache.backends.locmem import LocMemCache
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response

from .etat import etat_public
from .reponses import Gardee, cle_de, deplier, est_anonyme, est_gardable, etiquette_de, plier

DUREE: Final = 60  # seconds: bounds what depends on the hour, and what stays in a memory after it is out of date
journal = logging.getLogger(__name__)


class FraicheurMiddleware:
    """After what closes the site, before what reads a session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Keep what answers."""
        self.get_response = get_response
        self._dernier: str | None = None

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer from the cache when the public side is the same; keep what was answered while it was."""
        if not est_anonyme(request):
            return self.get_response(request)
        seconde = int(time.time())  # before anything is read: the copy in front is never younger than what it says
        etat = self._etat()  # idem
        cle = cle_de(request, etat) if etat else ""
        gardee = _lire(cle) if cle else None
        if gardee is not None:
            return _rendre(request, deplier(gardee), seconde)
        reponse = self.get_response(request)
        if not isinstance(reponse, HttpResponse) or not est_gardable(request, reponse):
            return reponse
        if request.method == "GET":
            reponse.headers.setdefault("ETag", etiquette_de(reponse.content))
        reponse.headers.setdefault("Cache-Control", "no-cache")
        # Written while it was computed: it may hold what is no more, and nobody else will be given it.
        if cle and request.method == "GET" and (pliee := plier(reponse)) and etat_public() == etat:
            _garder(cle, pliee)
        return _rendre(request, reponse, seconde)

    def _etat(self) -> str | None:
        """Return the state of the public side; nothing when nothing is kept.

        This process's own memory is emptied as soon as it learns that what it holds will never be given again.
        """
        cache = caches["pages"]
        if isinstance(cache, DummyCache):
            return None
        etat = etat_public()
        if etat != self._dernier:
            self._dernier = etat
            if isinstance(cache, LocMemCache):
                cache.clear()
        return etat


def _rendre(requete: HttpRequest, reponse: HttpResponse, seconde: int) -> HttpResponseBase:
    """Return the answer, or « not modified » to who has it. nginx: until the end of the second it was asked in."""
    rendue: Any = get_conditional_response(requete, etag=reponse.get("ETag"), response=reponse)
    rendue["X-Accel-Expires"] = f"@{seconde}"
    return rendue


def _lire(cle: str) -> Gardee | None:
    try:
        gardee: Gardee | None = caches["pages"].get(cle)
    except Exception as erreur:  # noqa: BLE001 - a cache that fails, whichever, only makes the page be made again
        journal.error("Cache des pages : illisible (%s)", type(erreur).__name__)
        return None
    return gardee


def _garder(cle: str, gardee: Gardee) -> None:
    try:
        caches["pages"].set(cle, gardee, DUREE)
    except Exception as erreur:  # noqa: BLE001 - idem
        journal.error("Cache des pages : rien de gardé (%s)", type(erreur).__name__)
