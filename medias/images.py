"""Images: pixels alone, under a random name, shown as long as the people in them accept."""

from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.core.files import File
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Filter,
    Image,
    ImageQuerySet,
    WagtailImageField,
    WagtailImageFieldFile,
    get_upload_to,
)

from .autorisations import AutorisationImage
from .donnees import ACTE, IMAGE, Carte
from .licences import ADRESSES, Licence
from .montrables import MontrablesManager
from .noms import nom_au_hasard
from .personnes import Personnes
from .traitement import ImageNette, reencoder


class FichierImage(WagtailImageFieldFile):
    """The one door to the storage of originals."""

    def save(self, name: str, content: File[bytes], save: bool = True) -> None:
        """Store an image; one that does not come from `reencoder` goes through it first."""
        nette = content if isinstance(content, ImageNette) else reencoder(content)
        super().save(nette.name, nette, save)


class ChampImage(WagtailImageField):
    """The file of an image."""

    attr_class = FichierImage


class ImageCampagneManager(MontrablesManager.from_queryset(ImageQuerySet)):  # type: ignore[misc]  # made by a call
    """Images, each with what the permissions say of it today."""

    lien = "images"


class ImageCampagne(AbstractImage):
    """An image whose pixels alone are kept: re-encoded on ingest, with no metadata."""

    file: Any = ChampImage(_("fichier"), upload_to=get_upload_to, width_field="width", height_field="height")
    texte_alternatif = models.CharField(
        _("texte de remplacement"),
        max_length=250,
        help_text=_("Ce que l’image montre, en une phrase, pour qui ne la voit pas."),
    )
    description_longue = models.TextField(
        _("description longue"),
        max_length=2000,
        blank=True,
        help_text=_("Si une phrase ne suffit pas : ce qu’on voit, de près et de loin. Tout le monde peut la lire."),
    )
    credit = models.CharField(_("crédit"), max_length=120, blank=True, help_text=_("Qui l’a faite."))
    licence = models.CharField(
        _("licence"),
        max_length=12,
        choices=Licence,
        default=Licence.RESERVES,
        help_text=_("Ce que la personne qui l’a faite permet."),
    )
    personnes = models.CharField(_("personnes"), max_length=6, choices=Personnes, default=Personnes.AUCUNE)
    autorisations = models.ManyToManyField(
        AutorisationImage,
        blank=True,
        related_name="images",
        verbose_name=_("autorisations"),
        help_text=_("Une par personne reconnaissable. Quand l’une prend fin, l’image quitte aussitôt tout le site."),
    )

    objects = ImageCampagneManager()

    admin_form_fields = (
        *(champ for champ in Image.admin_form_fields if champ != "description"),
        *("texte_alternatif", "description_longue", "credit", "licence", "personnes", "autorisations"),
    )

    donnees = Carte(
        IMAGE.dans("file title description texte_alternatif description_longue credit tags personnes autorisations"),
        ACTE.dans("uploaded_by_user created_at"),
        autres="id collection width height focal_point_x focal_point_y focal_point_width focal_point_height file_size"
        " file_hash licence",
    )

    class Meta(AbstractImage.Meta):
        base_manager_name = "objects"
        verbose_name = _("image")
        verbose_name_plural = _("images")

    @property
    def default_alt_text(self) -> str:
        return self.texte_alternatif

    @property
    def est_montrable(self) -> bool:
        """Whether everyone who can be recognised in it accepts, today, to be shown."""
        return self.personnes == Personnes.AUCUNE or bool(type(self).objects.montre(self))

    @property
    def adresse_de_la_licence(self) -> str:
        """Where the licence is read; empty when every right is reserved."""
        return ADRESSES.get(self.licence, "")

    def get_upload_to(self, filename: str) -> str:
        """Store under a random name: a phone's file name can hold a date or a person."""
        return f"originaux/{nom_au_hasard(filename)}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a file not stored yet is first re-encoded from its pixels, so that its size and its sum are its own.

        Raises:
            ImageRefusee: the file is not an image that the site takes.
        """
        if self.file and not self.file._committed and not isinstance(self.file.file, ImageNette):
            self.file = reencoder(self.file)
            self._set_image_file_metadata()
        super().save(*args, **kwargs)

    def _set_image_file_metadata(self) -> None:
        super()._set_image_file_metadata()
        if self.file._committed:  # Wagtail opens a stored file, and leaves it open
            self.file.close()

    def get_rendition(self, filter: Filter | str) -> Any:  # noqa: A002 - Wagtail's own name
        """Return a size of the image; one that may not be shown is as one whose file is lost (`_absente`)."""
        return super().get_rendition(filter) if self.est_montrable else self._absente()

    def get_renditions(self, *filters: Filter | str) -> Any:
        """Return sizes of the image, by their specification, as `get_rendition` does."""
        if self.est_montrable:
            return super().get_renditions(*filters)
        return {filtre if isinstance(filtre, str) else filtre.spec: self._absente() for filtre in filters}

    def _absente(self) -> "RenditionCampagne":
        """Return what Wagtail shows of a lost file: every screen and every output already knows what to do of it."""
        absente = RenditionCampagne(image=self, width=0, height=0)
        absente.file.name = "not-found"
        return absente


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
