"""When files cannot be read or written for now: one error, one sentence, wherever they are kept."""

from typing import Any, Final

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.utils.translation import gettext_lazy as _

MESSAGE: Final = _("Les fichiers ne répondent pas en ce moment. Rien n’a été gardé. Réessayez dans quelques minutes.")


class StockageIndisponible(OSError):
    """The storage does not answer, or has no room. What was being written is not there."""

    def __str__(self) -> str:
        """Say it in French, for whoever was giving a file."""
        return str(MESSAGE)


def exiger_le_magasin(fichier: Any) -> None:
    """Validate that a file received could be stored now: the field says so before the form is thought good.

    Raises:
        ValidationError: the storage does not answer, or has no room for it.
    """
    if exiger := getattr(default_storage, "exiger", None):
        try:
            exiger(fichier.size)
        except StockageIndisponible as panne:
            raise ValidationError(str(panne), code="stockage") from panne
