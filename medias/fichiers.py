"""The files of documents: clean, under a random name, of a known format."""

from pathlib import PurePath
from typing import Any

from django.core.files import File
from django.db import models
from django.db.models.fields.files import FieldFile

from .nettoyage import DocumentNet, nettoyer
from .nettoyage.formats import PAR_EXTENSION, Format
from .noms import nom_au_hasard


class FichierDocument(FieldFile):
    """The one door to the storage of documents."""

    def save(self, name: str, content: File[bytes], save: bool = True) -> None:
        """Store a document; one that does not come from `nettoyer` goes through it first. Raises `DocumentRefuse`."""
        net = content
        if not isinstance(net, DocumentNet):
            net = nettoyer(content).avec_titre(getattr(self.instance, "title", ""))
        if decrire := getattr(self.instance, "decrire", None):
            decrire(net)
        super().save(net.name or "", net, save)


class ChampDocument(models.FileField):
    """The file of a document."""

    attr_class = FichierDocument


def nommer(_instance: models.Model, nom: str) -> str:
    """Return where a document is stored, under a random name: its own may be a person's."""
    return f"documents/{nom_au_hasard(nom)}"


def format_de(fichier: Any) -> Format | None:
    """Return what a stored file is, by the extension that `nettoyer` gave it; nothing for what was never cleaned."""
    return PAR_EXTENSION.get(PurePath(fichier.name or "").suffix.lstrip(".").lower())
