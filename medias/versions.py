"""What a document was before: each file that another replaced, and what changed then."""

from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _

from .documents import DocumentCampagne
from .donnees import ACTE, IMAGE, Carte
from .fichiers import ChampDocument, format_de, nommer
from .nettoyage import Format
from .poids import poids_lisible


class VersionDocument(models.Model):
    """A file that another replaced: kept, under its number, as long as the document."""

    document = models.ForeignKey(DocumentCampagne, models.CASCADE, related_name="versions")
    numero = models.PositiveSmallIntegerField(_("version"))
    file: Any = ChampDocument(_("fichier"), upload_to=nommer)
    file_size = models.PositiveBigIntegerField(default=0)
    changement = models.CharField(_("ce qui a changé"), max_length=200, blank=True)
    remplacee_le = models.DateTimeField(auto_now_add=True)
    remplacee_par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    donnees = Carte(
        IMAGE.dans("file changement"),
        ACTE.dans("remplacee_par remplacee_le"),
        autres="id document numero file_size",
    )

    class Meta:
        ordering = ("-numero",)
        constraints = [models.UniqueConstraint(fields=["document", "numero"], name="version_unique_du_document")]
        verbose_name = _("version d’un document")
        verbose_name_plural = _("versions d’un document")

    def __str__(self) -> str:
        return f"{self.document} ({self.numero})"

    @property
    def filename(self) -> str:
        """The name that it is downloaded under: the title of its document, and its number."""
        return f"{self.document.nom_lisible}-version-{self.numero}{PurePath(self.file.name).suffix}"

    @property
    def url(self) -> str:
        """Its address, for whoever may see its document."""
        return reverse("version_de_document", args=[self.document_id, self.numero, self.filename])

    @property
    def poids_lisible(self) -> str:
        return poids_lisible(self.file_size)

    @property
    def content_type(self) -> str:
        format_ = format_de(self.file)
        return format_.genre if format_ else "application/octet-stream"

    @property
    def content_disposition(self) -> str:
        en_pdf = self.content_type == Format.PDF.genre
        return content_disposition_header(not en_pdf, "" if en_pdf else self.filename) or "inline"
