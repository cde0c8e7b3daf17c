"""Storing a file whole, or not at all; deleting it, as far as that goes."""

import logging
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.core.files import File

from .noms import nom_au_hasard
from .pannes import StockageIndisponible

journal = logging.getLogger(__name__)


def ranger(stockage: Any, dossier: str, contenu: File[Any]) -> str:
    """Store a file in a folder, under a random name; return that name.

    Raises:
        StockageIndisponible: there is no room, or no answer; nothing is left of the file.
    """
    nom = f"{dossier}/{nom_au_hasard(contenu.name or '')}"
    try:
        return str(stockage.save(nom, contenu))
    except OSError as panne:
        with suppress(OSError):
            stockage.delete(nom)
        raise panne if isinstance(panne, StockageIndisponible) else StockageIndisponible from None


def ranger_du_disque(stockage: Any, dossier: str, chemin: Path) -> str:
    """Store a file that stands on the disk, as `ranger`."""
    with chemin.open("rb") as ouvert:
        return ranger(stockage, dossier, File(ouvert, chemin.name))


def effacer(stockage: Any, *noms: str) -> None:
    """Delete files that nothing refers to any more; one that resists is said in the log, by its random name."""
    for nom in filter(None, noms):
        try:
            stockage.delete(nom)
        except OSError as panne:
            journal.error("Fichier non effacé : %s, %s.", nom, type(panne).__name__)
