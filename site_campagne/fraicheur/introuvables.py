"""Nothing is there: said from memory. Each of a storm of unknown addresses costs the query that reads the state."""

import io
import time
from collections.abc import Callable
from typing import Any, Final

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_vary_headers

from .annuaire import Annuaire, lire_l_annuaire
from .etat import Cherchee
from .reponses import est_pour_tous, est_un_essai

# Nobody typed it, no page can have it: the page that says so holds nothing of what was asked for.
NULLE_PART: Final = "introuvable.html"
# Where everything leads somewhere, to the door; and what answers when nothing can be read, or must be.
A_PART: Final = ("/admin/", "/sante/")
DITES: Final = ("HTTP_HOST", "HTTP_X_FORWARDED_", "REMOTE_ADDR", "SCRIPT_NAME", "SERVER_", "wsgi.")
PERDUE: Final = 404
DUREE: Final = 10  # seconds; a write whose mark was lost shows after them


class Introuvables:
    """What this process knows of all the addresses: under the last state that it had to know them."""

    def __init__(self) -> None:
        """Know nothing."""
        self._annuaire: Annuaire | None = None

    def a_jour(self, etat: str) -> Annuaire:
        """Return the addresses under a state, read since little."""
        connu = self._annuaire
        if connu is None or connu.etat != etat or time.monotonic() - connu.lu_a > DUREE:
            self._annuaire = connu = lire_l_annuaire(etat)
        return connu

    def cherchee(self, requete: HttpRequest) -> Cherchee | None:
        """Return what the state is asked with: what must be there for an address to lead anywhere.

        Which page holds what comes from the last state known: too old, it makes the site look further, no more.
        """
        connu = self._annuaire
        return None if connu is None or est_un_essai(requete) else connu.cherchee(requete.path_info)

    def est_soupconnee(self, requete: HttpRequest) -> bool:
        """Say whether it is worth reading the state for a request that no answer is kept for."""
        connu, chemin = self._annuaire, requete.path_info
        if est_un_essai(requete) or chemin.startswith(A_PART):
            return False
        return connu is None or connu.ne_mene_a_rien(requete) or connu.cherchee(chemin) is not None

    def est_inconnue(self, requete: HttpRequest, etat: str, absente: Cherchee | None) -> bool:
        """Say whether nothing is there, under this very state. `absente`: what was sought, and is in no table."""
        if est_un_essai(requete) or settings.DEBUG:  # a developer reads what Django says of the address
            return False
        connu = self.a_jour(etat)
        if absente and absente == connu.cherchee(requete.path_info):
            return not connu.est_renvoyee(requete)
        return connu.ne_mene_a_rien(requete)


def neutre(requete: HttpRequest) -> HttpRequest:
    """Return a request for nothing, in the same language and at the same site; it has no cookie and no words."""
    langue: Any = getattr(requete, "LANGUAGE_CODE", settings.LANGUAGE_CODE)
    devant = "/" if langue == settings.LANGUAGE_CODE else f"/{langue}/"
    dites = {nom: valeur for nom, valeur in requete.META.items() if nom.startswith(DITES)}
    sienne = {"REQUEST_METHOD": "GET", "PATH_INFO": f"{devant}{NULLE_PART}", "QUERY_STRING": ""}
    vide = WSGIRequest({**dites, **sienne, "wsgi.input": io.BytesIO()})
    vide.LANGUAGE_CODE = langue
    return vide


def faire_la_page(vide: HttpRequest, repondre: Callable[[HttpRequest], HttpResponseBase]) -> HttpResponse | None:
    """Return the page that answers to a `neutre` request; nothing when it is not the same for all."""
    reponse = repondre(vide)
    if not isinstance(reponse, HttpResponse) or reponse.status_code != PERDUE or not est_pour_tous(reponse):
        return None
    patch_vary_headers(reponse, ["Accept-Encoding"])
    return reponse
