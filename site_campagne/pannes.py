"""What is said when something under the site fails in the middle of an answer: 503, and what was typed is kept.

A database that is gone, hangs, is full, or is older than the code; a disk without room. Not a mistake of ours (500):
the same address will answer later. The log has one line, a kind and never a word.
"""

import logging
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from errno import EDQUOT, EFBIG, EIO, ENOSPC, EROFS
from typing import Final

from django.core.exceptions import SuspiciousOperation
from django.db import Error, InterfaceError, InternalError, OperationalError, ProgrammingError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.urls import reverse
from django.views.defaults import server_error

from .etat.delais import est_un_silence

REVENIR: Final = 60  # seconds, after which a browser or a robot may come back
# After PostgreSQL kept silent, for how long a node does not ask again: its few threads would all wait for it.
REPIT: Final = 5.0
SANTE: Final = "/sante/"
# A column or a table that is not there is a migration that is half done. What a row itself refuses is ours: 500.
DES_BASES: Final = (OperationalError, InterfaceError, InternalError, ProgrammingError)
DU_DISQUE: Final = frozenset({EDQUOT, EFBIG, EIO, ENOSPC, EROFS})
ENVOI: Final = "application/x-www-form-urlencoded"
# Shown again by nobody: a password. Sent again without being shown: the code of a person, on a screen that others see.
SECRETS: Final = ("password", "mot_de_passe")
DISCRETS: Final = frozenset({"code"})
journal = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Champ:
    """One value that was sent; `se_lit`: someone typed it, so that she may copy it."""

    nom: str
    valeur: str
    se_lit: bool


class Repit:
    """Until when this process leaves alone a database that keeps silent."""

    jusqu_a = 0.0


class PanneMiddleware:
    """In front of what reads a database: while it keeps silent, answer at once in its place."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Stand in front of what answers."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, or say that the site will be back."""
        if time.monotonic() < Repit.jusqu_a and not request.path_info.startswith(SANTE):
            return dire_la_panne(request)
        return self.get_response(request)


def repondre(requete: HttpRequest) -> HttpResponse:
    """Answer in place of what failed (`handler500`): 503 for what will pass, 500 for the rest."""
    erreur = sys.exception()
    if not est_une_panne(erreur):
        return server_error(requete)
    if est_un_silence(erreur) and not la_base_tient():
        Repit.jusqu_a = time.monotonic() + REPIT
    reponse = dire_la_panne(requete)
    if not isinstance(erreur, ProgrammingError):  # that one may be ours: Django then writes where it was raised
        journal.error("Panne : %s, %s.", genre_de(erreur), requete.method)
        vars(reponse)["_has_been_logged"] = True  # by Django, with forty lines of places in the code for each reader
    return reponse


def la_base_tient() -> bool:
    """Say whether the main database is still connected: then another one is silent, and most pages do without it."""
    lien = connection.connection
    return lien is not None and not getattr(lien, "closed", False)


def est_une_panne(erreur: BaseException | None) -> bool:
    """Say whether an error is of what the site stands on."""
    if isinstance(erreur, Error):
        return isinstance(erreur, DES_BASES)
    return isinstance(erreur, OSError) and erreur.errno in DU_DISQUE


def genre_de(erreur: BaseException | None) -> str:
    """Return the kind of an error, and that of what began it: « OperationalError (ConnectionTimeout) »."""
    genres = [type(une).__name__ for une in (erreur, getattr(erreur, "__cause__", None)) if une]
    return genres[0] if len(set(genres)) == 1 else f"{genres[0]} ({genres[1]})"


def dire_la_panne(requete: HttpRequest) -> HttpResponse:
    """Return the page of an outage; with what was sent, to send it again. It reads nothing.

    The policy on referrers is the site's: under « no-referrer », a form would be sent again without its origin, and
    refused.
    """
    contexte = {"adresse": requete.get_full_path(), "champs": relire_l_envoi(requete)}
    reponse = render(None, "panne.html", contexte, status=503)  # no context processor
    reponse["Retry-After"], reponse["Cache-Control"] = str(REVENIR), "no-store"
    return reponse


def relire_l_envoi(requete: HttpRequest) -> list[Champ]:
    """Return the fields of a form that was sent; none when it has a password, or when it cannot be read.

    A body with files is read only if it was already: it may weigh two gigabytes.
    """
    if requete.method != "POST" or not (requete.content_type == ENVOI or hasattr(requete, "_post")):
        return []
    try:
        listes = list(requete.POST.lists())
    except (OSError, SuspiciousOperation, MultiPartParserError):
        return []
    if any(secret in nom.casefold() for nom, _valeurs in listes for secret in SECRETS):
        return []
    # A form of the staff is made of a hundred values that nobody typed.
    se_lisent = not requete.path_info.startswith(reverse("wagtailadmin_home"))
    return [
        Champ(nom, valeur, se_lisent and nom not in DISCRETS and any(signe.isspace() for signe in valeur))
        for nom, valeurs in listes
        for valeur in valeurs
    ]
