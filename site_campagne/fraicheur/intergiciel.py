"""Keeps public answers in the application cache, and says to the web server in front until when to keep its copy."""

import logging
import time
from collections.abc import Callable, Hashable
from typing import Any, Final

from django.core.cache import caches
from django.core.cache.backends.dummy import DummyCache
from django.core.cache.backends.locmem import LocMemCache
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils.cache import get_conditional_response, patch_vary_headers

from pages.sous_etat import ATTRIBUT, DIRECTES

from .annuaire import Annuaire
from .etat import Cherchee, etat_et_presence, etat_public
from .introuvables import PERDUE, Introuvables, faire_la_page, neutre
from .reponses import Gardee, cle_de, deplier, est_anonyme, est_gardable, est_une_page, etiquette_de, plier
from .un_seul import UnSeul

# Seconds: bounds what depends on the hour, and what stays in a memory after it is out of date. With the ten of what a
# page is made from (`introuvables.DUREE`), one minute.
DUREE: Final = 50
journal = logging.getLogger(__name__)


class FraicheurMiddleware:
    """After what closes the site, before what reads a session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Keep what answers."""
        self.get_response = get_response
        self._dernier: str | None = None
        self._introuvables = Introuvables()
        self._un_seul = UnSeul()
        self._choses: tuple[Annuaire | None, dict[Hashable, Any]] = None, {}

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer from the cache when the public side is the same; keep what was answered while it was."""
        est_a_garder = est_anonyme(request)
        if isinstance(caches["pages"], DummyCache):
            return self._faire(request, None, int(time.time())) if est_a_garder else self.get_response(request)
        if not est_a_garder and not self._introuvables.est_soupconnee(request):
            return self.get_response(request)
        seconde = int(time.time())  # before anything is read: the copy in front is never younger than what it says
        etat, absente = self._etat(self._introuvables.cherchee(request))  # idem
        if est_a_garder and etat and (gardee := _lire(cle_de(request, etat))) is not None:
            return _rendre(request, deplier(gardee, request), seconde)
        if etat and self._introuvables.est_inconnue(request, etat, absente):
            return self._dire_introuvable(request, etat)
        return self._repondre(request, etat, seconde) if est_a_garder else self.get_response(request)

    def _repondre(self, request: HttpRequest, etat: str | None, seconde: int) -> HttpResponseBase:
        """Make an answer, once for all those who ask for it now; what is never kept, each makes."""
        if not etat or request.method != "GET" or not _est_une_page(request):
            return self._faire(request, etat, seconde)
        with self._un_seul.faire(cle_de(request, etat)) as est_a_faire:
            if not est_a_faire:
                etat = self._etat()[0]  # what was made while we waited may be out of date already
                if etat and (gardee := _lire(cle_de(request, etat))) is not None:
                    return _rendre(request, deplier(gardee, request), seconde)
            return self._faire(request, etat, seconde)

    def _faire(self, request: HttpRequest, etat: str | None, seconde: int) -> HttpResponseBase:
        """Make an answer; keep it when it is a public page, made while the public side stayed the same."""
        if etat:
            setattr(request, ATTRIBUT, self._choses_sous(etat))
        reponse = self.get_response(request)
        if not isinstance(reponse, HttpResponse) or not est_gardable(request, reponse):
            return reponse
        if request.method == "GET":
            reponse.headers.setdefault("ETag", etiquette_de(reponse.content))
        reponse.headers.setdefault("Cache-Control", "no-cache")
        patch_vary_headers(reponse, ["Accept-Encoding"])
        # Written while it was computed: it may hold what is no more, and nobody else will be given it.
        if etat and request.method == "GET" and (pliee := plier(reponse)) and etat_public() == etat:
            _garder(cle_de(request, etat), pliee)
            reponse = deplier(pliee, request)
        return _rendre(request, reponse, seconde)

    def _dire_introuvable(self, request: HttpRequest, etat: str) -> HttpResponseBase:
        """Answer that nothing is there: one page for all the addresses of a language, made once under each state."""
        pour_personne = neutre(request)
        cle = f"{PERDUE}:{cle_de(pour_personne, etat)}"  # no request has it
        gardee = _lire(cle)
        if gardee is None:
            page = faire_la_page(pour_personne, self.get_response)
            gardee = plier(page) if page else None
            if gardee is None:
                return self.get_response(request)
            if etat_public() == etat:
                _garder(cle, gardee)
        reponse = deplier(gardee, request)
        reponse.status_code = PERDUE
        return reponse

    def _choses_sous(self, etat: str) -> dict[Hashable, Any]:
        """Return what this process reads once, with all the addresses, for the answers that it makes under a state."""
        annuaire = self._introuvables.a_jour(etat)
        connu, choses = self._choses
        if connu is not annuaire:
            choses = {DIRECTES: annuaire.page_a}
            self._choses = annuaire, choses
        return choses

    def _etat(self, cherchee: Cherchee | None = None) -> tuple[str | None, Cherchee | None]:
        """Return the state of the public side, nothing if it cannot be read; and what is sought, if it is not there.

        This process's own memory is emptied as soon as it learns that what it holds will never be given again.
        """
        etat, est_la = etat_et_presence(cherchee)
        if etat != self._dernier:
            self._dernier = etat
            cache = caches["pages"]
            if isinstance(cache, LocMemCache):
                cache.clear()
        return etat, None if est_la else cherchee


def _est_une_page(requete: HttpRequest) -> bool:
    try:
        return est_une_page(resolve(requete.path_info))
    except Resolver404:
        return False


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
