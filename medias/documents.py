"""Documents: what a page gives to download, in its latest version."""

from hashlib import sha256
from pathlib import PurePath
from typing import Any, Final

from django.db import models, transaction
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.documents.models import AbstractDocument

from .donnees import ACTE, IMAGE, Carte
from .fichiers import ChampDocument, format_de, nommer
from .langues import Langue, langue_active
from .nettoyage import DocumentNet, nettoyer
from .niveaux import Niveau
from .poids import poids_lisible

# The columns that say something of the file, and change with it alone.
DU_FICHIER: Final = ("numero", "changement", "texte", "pages", "empreinte", "file_size", "file_hash")


class DocumentCampagne(AbstractDocument):
    """A file to download, in its latest version: pages refer to it, its address never changes."""

    file: Any = ChampDocument(_("fichier"), upload_to=nommer)
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
    empreinte = models.CharField(max_length=64, editable=False, blank=True, default="")

    _decrit: DocumentNet | None = None
    remplacee_par: Any = None  # who gives the file that replaces another: said by the form, kept with the former

    admin_form_fields = (
        *("title", "file", "changement", "langue", "confidentialite", "version_accessible", "collection", "tags"),
    )

    donnees = Carte(
        IMAGE.dans("file title tags texte changement"),
        ACTE.dans("uploaded_by_user created_at"),
        autres="id collection file_size file_hash langue confidentialite version_accessible numero pages empreinte",
    )

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    @property
    def filename(self) -> str:
        """The name that the file is downloaded under: its title, never the name it was given with."""
        return f"{self.nom_lisible}{PurePath(self.file.name or '').suffix}"

    @property
    def nom_lisible(self) -> str:
        return slugify(self.title)[:80].strip("-") or "document"

    @property
    def content_type(self) -> str:
        format_ = format_de(self.file)
        return format_.genre if format_ else super().content_type

    @property
    def format(self) -> str:
        """What people call its kind: « PDF », « Word »."""
        format_ = format_de(self.file)
        return format_.nom if format_ else self.file_extension.upper()

    @property
    def stable_url(self) -> str:
        """An address that leads to its latest version for ever: what is printed, and given to others."""
        return reverse("derniere_version_de_document", args=[self.pk])

    @property
    def lisible_autrement(self) -> "DocumentCampagne | None":
        """Its accessible version, when it may be offered beside it."""
        autre = self.version_accessible
        return autre if autre and autre.confidentialite == Niveau.PUBLIC else None

    @cached_property
    def est_restreint(self) -> bool:
        """Whether its collection is private: Wagtail lets in those it is for, nothing else gives or keeps it."""
        return self.collection.get_view_restrictions().exists()

    @property
    def poids(self) -> int:
        """Its size, in bytes."""
        return self.file_size or 0

    @property
    def precisions(self) -> str:
        """What to know before it is downloaded: « PDF, 1,2 Mo, 12 pages, en anglais »."""
        dites = [self.format, poids_lisible(self.poids)] if self.poids else [self.format]
        if self.pages:
            dites.append(ngettext("%(nombre)s page", "%(nombre)s pages", self.pages) % {"nombre": self.pages})
        if self.langue != langue_active():
            dites.append(_now("en %(langue)s") % {"langue": self.get_langue_display()})
        return ", ".join(dites)

    def decrire(self, net: DocumentNet) -> None:
        """Take what a clean file says of itself: its words, its pages, its size and its sums."""
        from .nettoyage.lecture import lire  # noqa: PLC0415 - pypdf is heavy, and most processes receive no document

        if self._decrit is net:
            return
        octets = net.open().read()
        net.seek(0)
        self.texte, self.pages = lire(octets, net.format)
        self.file_size, self.file_hash, self.empreinte = len(octets), net.somme, sha256(octets).hexdigest()
        self._decrit = net

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a file not stored yet is cleaned first, and the one that it replaces is kept as a version.

        Raises:
            DocumentRefuse: the file is not a document that the site takes.
        """
        self._set_document_file_metadata()
        with transaction.atomic():
            ancien = self._ancien()
            remplace = ancien is not None and self._decrit is not None
            if ancien and remplace:
                self.numero = ancien.numero + 1
                kwargs.pop("update_fields", None)
            elif ancien:
                self._reprendre(ancien)
            super().save(*args, **kwargs)
            self._decrit = None
            if ancien and remplace:
                self.versions.create(
                    numero=ancien.numero,
                    file=ancien.file.name,
                    file_size=ancien.poids,
                    changement=ancien.changement,
                    remplacee_par=self.remplacee_par,
                )

    def _ancien(self) -> "DocumentCampagne | None":
        """Return the document as it is stored, locked, when its file is not this one."""
        if self.pk is None or not self.file:
            return None
        ancien = type(self).objects.select_for_update().filter(pk=self.pk).first()
        return ancien if ancien and ancien.file and ancien.file.name != self.file.name else None

    def _reprendre(self, stocke: "DocumentCampagne") -> None:
        """Take the file that somebody else gave since this row was read: its words may change, not its file."""
        for colonne in DU_FICHIER:
            setattr(self, colonne, getattr(stocke, colonne))
        self.file = stocke.file.name

    def _set_document_file_metadata(self) -> None:
        """Clean and describe a file not stored yet. Wagtail's forms call it too, on one that is: all is said then."""
        if not self.file or self.file._committed:
            return
        if not isinstance(self.file.file, DocumentNet):
            self.file = nettoyer(self.file).avec_titre(self.title)
        self.decrire(self.file.file)
