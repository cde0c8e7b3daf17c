"""Images and documents: random names, metadata gone before first storage."""

import secrets
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from .autorisations import AutorisationNom, PorteeNom
from .donnees import ACTE, IMAGE, Carte
from .traitement import reencoder

__all__ = ["AutorisationNom", "DocumentCampagne", "ImageCampagne", "PorteeNom", "RenditionCampagne", "nom_au_hasard"]


def nom_au_hasard(filename: str) -> str:
    """Return a name that says nothing of the file it came from, with the same extension."""
    return f"{secrets.token_hex(8)}{PurePath(filename).suffix.lower()}"


class ImageCampagne(AbstractImage):
    """An image whose pixels alone are kept: re-encoded on ingest, with no metadata."""

    texte_alternatif = models.CharField(
        _("texte de remplacement"),
        max_length=250,
        help_text=_("Ce que l’image montre, en une phrase, pour qui ne la voit pas."),
    )
    credit = models.CharField(_("crédit"), max_length=120, blank=True)

    file: Any  # Wagtail's field, untyped

    admin_form_fields = (*Image.admin_form_fields, "texte_alternatif", "credit")

    donnees = Carte(
        IMAGE.dans("file title description texte_alternatif credit tags"),
        ACTE.dans("uploaded_by_user created_at"),
        autres="id collection width height focal_point_x focal_point_y focal_point_width focal_point_height file_size"
        " file_hash",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    @property
    def default_alt_text(self) -> str:
        return self.texte_alternatif

    def get_upload_to(self, filename: str) -> str:
        """Store under a random name: a phone's file name can hold a date or a person."""
        return f"originaux/{nom_au_hasard(filename)}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a file not stored yet is first re-encoded from its pixels."""
        if self.file and not self.file._committed:
            self.file = reencoder(self.file)
            self._set_image_file_metadata()
        super().save(*args, **kwargs)


class RenditionCampagne(AbstractRendition):
    """A size of an image."""

    image = models.ForeignKey(ImageCampagne, on_delete=models.CASCADE, related_name="renditions")

    file: Any  # Wagtail's field, untyped

    donnees = Carte(IMAGE.dans("file"), autres="id filter_spec width height focal_point_key image")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
        # Each request for an image is answered from the name of its file.
        indexes = [models.Index(fields=["file"], name="taille_par_fichier")]

    @property
    def url(self) -> str:
        """Its address on this site, wherever the file is kept: `medias.views` decides who may see it."""
        return settings.MEDIA_URL + quote(self.file.name)


class DocumentCampagne(AbstractDocument):
    """A file to download. Ours from the first migration: changing later would be costly."""

    admin_form_fields = Document.admin_form_fields

    donnees = Carte(
        IMAGE.dans("file title tags"),
        ACTE.dans("uploaded_by_user created_at"),
        autres="id collection file_size file_hash",
    )

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
