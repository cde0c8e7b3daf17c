"""Documents: what a page gives to download, in its latest version, with the former ones and what changed."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument

from .donnees import ACTE, IMAGE, Carte
from .langues import Langue
from .niveaux import Niveau


class DocumentCampagne(AbstractDocument):
    """A file to download, in its latest version: pages refer to it, its address never changes."""

    langue = models.CharField(_("langue"), max_length=3, choices=Langue, default=Langue.FRANCAIS)
    confidentialite = models.CharField(
        _("confidentialité"),
        max_length=8,
        choices=Niveau,
        default=Niveau.PUBLIC,
        help_text=_("Seul un document public se télécharge sans lien de partage, où qu’une page le cite."),
    )
    version_accessible = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="originaux",
        verbose_name=_("version accessible"),
        help_text=_("Le même contenu, lisible avec un lecteur d’écran, si ce fichier-ci ne l’est pas."),
    )
    numero = models.PositiveSmallIntegerField(default=1, editable=False)
    changement = models.CharField(
        _("ce qui a changé"),
        max_length=200,
        blank=True,
        help_text=_("Une ligne, quand un nouveau fichier remplace l’ancien : les gens la liront."),
    )
    texte = models.TextField(editable=False, blank=True, default="")
    pages = models.PositiveSmallIntegerField(null=True, editable=False)

    admin_form_fields = (
        *("title", "file", "changement", "langue", "confidentialite", "version_accessible", "collection", "tags"),
    )

    donnees = Carte(
        IMAGE.dans("file title tags texte changement"),
        ACTE.dans("uploaded_by_user created_at"),
        autres="id collection file_size file_hash langue confidentialite version_accessible numero pages",
    )

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")


class VersionDocument(models.Model):
    """A file that another replaced: kept, under its number, as long as the document."""

    document = models.ForeignKey(DocumentCampagne, models.CASCADE, related_name="versions")
    numero = models.PositiveSmallIntegerField(_("version"))
    file: Any = models.FileField(_("fichier"), upload_to="documents")
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
