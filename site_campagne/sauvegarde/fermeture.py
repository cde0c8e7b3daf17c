"""The site closes: every address answers 503, with the help lines, until what a restore brought back is replayed."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

from .refus import SauvegardeImpossible

RESTAURATION: Final = "restauration"
# What machines ask: one says that the process lives, the other, in its own words, that the site is closed.
SANTE: Final = frozenset({"/sante/", "/sante/pret/"})
ATTENTE: Final = "300"  # seconds, after which a browser or a robot may come back


def fermer(motif: str = "") -> str | None:
    """Close the site; return why it was closed, nothing when it was open.

    `RESTAURATION`: only a replay that ended opens it again; closing it by hand meanwhile changes nothing to that.
    """
    avant = _motif()
    if avant != RESTAURATION:
        _ecrire(motif)
    return avant


def rendre(avant: str | None) -> None:
    """Put the site back as `fermer` said that it was, all that was taken back since being taken back again."""
    if avant is None:
        rouvrir(rejoue=True)
    else:
        _ecrire(avant)


def rouvrir(*, rejoue: bool = False) -> None:
    """Open the site; nothing when it is. `rejoue`: what was taken back since was taken back again.

    Raises:
        SauvegardeImpossible: a restore did not end: words that someone took back could be there.
    """
    if not rejoue and _motif() == RESTAURATION:
        raise SauvegardeImpossible("Une restauration n’a pas fini : « rejouer_retraits --ouvrir » la termine et ouvre.")
    _fichier().unlink(missing_ok=True)


def est_ferme() -> bool:
    """Say whether the site is closed: one look at a file, at each request."""
    return _fichier().exists()


def _motif() -> str | None:
    return _fichier().read_text() if est_ferme() else None


def _ecrire(motif: str) -> None:
    _fichier().parent.mkdir(parents=True, exist_ok=True)
    _fichier().write_text(motif)


def _fichier() -> Path:
    return Path(settings.FICHIER_DE_FERMETURE)


class FermetureMiddleware:
    """Answer for the whole site while it is closed. What machines ask is answered: theirs is another language."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Stand in front of what reads a database."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer 503 while the site is closed."""
        if not est_ferme() or request.path_info in SANTE:
            return self.get_response(request)
        reponse = render(None, "site_campagne/ferme.html", status=503)  # no context processor
        reponse["Retry-After"], reponse["Cache-Control"] = ATTENTE, "no-store"
        return reponse
