"""Files in a folder of this machine."""

import logging
import shutil
from pathlib import Path
from typing import Any, Final

from django.core.files.storage import FileSystemStorage

from .pannes import StockageIndisponible

# What must stay free on the disk once a file is written: the database and the logs live there too.
RESERVE: Final = 200 * 1024 * 1024
journal = logging.getLogger(__name__)


class StockageLocal(FileSystemStorage):
    """Django's own, where a full disk leaves no half of a file."""

    def _save(self, name: str, content: Any) -> str:
        chemin = Path(self.path(name))
        deja_la = chemin.exists()
        try:
            return super()._save(name, content)  # type: ignore[misc]  # left out of the stubs
        except OSError as panne:
            if not deja_la:
                chemin.unlink(missing_ok=True)
            journal.error("Fichier non écrit : %s.", type(panne).__name__)
            raise StockageIndisponible from panne

    def exiger(self, taille: int) -> None:
        """Check that there is room for `taille` bytes. Raises `StockageIndisponible`."""
        racine = Path(self.location)
        while not racine.exists():
            racine = racine.parent
        if shutil.disk_usage(racine).free < taille + RESERVE:
            raise StockageIndisponible
