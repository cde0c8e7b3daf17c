"""How often a tool is taken, counted without knowing by whom.

A count is a page, what was asked for and a day. Neither a cookie, an address nor the name of a browser is read: a robot
that takes a file counts as anyone. What only looks (HEAD) or resumes (Range past the first byte) is not counted.
"""

import logging
import re
from datetime import date
from typing import Any

from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import F
from django.http import HttpRequest

from reseau.horloge import aujourdhui

from ..models.telechargement import Telechargement

journal = logging.getLogger(__name__)
_REPRISE = re.compile(r"bytes=(?!0+-)", re.IGNORECASE)


def compter(requete: HttpRequest, page: Any, quoi: str) -> None:
    """Add one to today's count, if the request begins a download; a database that refuses never keeps a file back."""
    if not page.live or not commence(requete):
        return
    try:
        with transaction.atomic():
            _ajouter(page.pk, quoi, aujourdhui())
    except DatabaseError:
        journal.warning("a download of page %s was not counted", page.pk)


def commence(requete: HttpRequest) -> bool:
    """Say whether a request begins a download: neither a look, nor what follows an interruption, nor a preview."""
    if requete.method != "GET" or getattr(requete, "is_preview", False) or getattr(requete, "partage", None):
        return False
    return not _REPRISE.match(requete.headers.get("Range", ""))


def _ajouter(page_id: int, quoi: str, jour: date) -> None:
    le_compte = Telechargement.objects.filter(page_id=page_id, quoi=quoi, jour=jour)
    if le_compte.update(nombre=F("nombre") + 1):
        return
    try:
        with transaction.atomic():
            Telechargement.objects.create(page_id=page_id, quoi=quoi, jour=jour, nombre=1)
    except IntegrityError:  # someone else's was first
        le_compte.update(nombre=F("nombre") + 1)
