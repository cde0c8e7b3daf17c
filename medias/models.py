"""What the room keeps: images, documents, and the permissions of people."""

from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document

from .autorisations import AutorisationImage, AutorisationNom, PorteeNom
from .donnees import ACTE, IMAGE, Carte
from .images import ImageCampagne, Personnes, RenditionCampagne
from .noms import nom_au_hasard

__all__ = [
    "AutorisationImage",
    "AutorisationNom",
    "DocumentCampagne",
    "ImageCampagne",
    "Personnes",
    "PorteeNom",
    "RenditionCampagne",
    "nom_au_hasard",
]


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
