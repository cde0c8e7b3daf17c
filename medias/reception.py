"""Receiving a large file: to the disk as it comes, no further than the limit, and a full disk is a sentence."""

from contextlib import suppress
from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.utils.translation import gettext as _

from .poids import poids_lisible


class FichierManque(UploadedFile):  # type: ignore[type-arg]  # generic for the stubs alone
    """What stands for a file that could not be received: empty for every form, with a reason for ours."""

    def __init__(self, nom: str, raison: str) -> None:
        """Take the name that it came under and why it is not here."""
        super().__init__(BytesIO(), nom, "application/octet-stream", 0)
        self.raison = raison


class ReceptionUploadHandler(TemporaryFileUploadHandler):
    """Django's own, which neither fills the disk without end nor fails in silence when it is full."""

    raison = ""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Open the temporary file."""
        self.raison, self.recus = "", 0
        try:
            super().new_file(*args, **kwargs)
        except OSError:
            self.raison = _plein()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Write some bytes; once it went wrong, let the others pass: the rest of the form is still to be read."""
        self.recus += len(raw_data)
        if self.raison:
            return
        if self.recus > settings.TAILLE_MAX_ENREGISTREMENT:
            self._renoncer(_trop_lourd())
            return
        try:
            super().receive_data_chunk(raw_data, start)
        except OSError:
            self._renoncer(_plein())

    def file_complete(self, file_size: int) -> Any:
        """Return the file, or what says that it is not there."""
        if not self.raison:
            try:
                fichier = super().file_complete(file_size)
            except OSError:  # the last bytes were still waiting to be written
                self._renoncer(_plein())
            else:
                return fichier
        return FichierManque(self.file_name or "recu", self.raison)

    def _renoncer(self, raison: str) -> None:
        self.raison = raison
        with suppress(OSError):  # closing writes what still waits; the file goes all the same
            self.upload_interrupted()


def _plein() -> str:
    return _("Il n’y a plus de place pour recevoir ce fichier. Rien n’en est gardé. Prévenez qui s’occupe du site.")


def _trop_lourd() -> str:
    limite = poids_lisible(settings.TAILLE_MAX_ENREGISTREMENT)
    return _("Ce fichier pèse plus que %(limite)s. Coupez-le en parties, ou réduisez-le.") % {"limite": limite}
