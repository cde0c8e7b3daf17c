"""Recordings: sound and video, prepared in the background, published with their captions and their transcript."""

from pathlib import PurePath
from typing import Any, Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.search.queryset import SearchableQuerySetMixin
from wagtailmedia.models import AbstractMedia

from .autorisations import AutorisationImage
from .donnees import ACTE, IMAGE, Carte
from .langues import Langue
from .licences import ADRESSES, Licence
from .montrables import MontrablesManager
from .mots import AvecDesMots
from .noms import nom_au_hasard
from .personnes import Personnes
from .retenues import est_retenu

# Where files stand: as received, for the time of the preparation, never served; as prepared; what stands for a video.
RECUS, PRETS, AFFICHES = "recus", "enregistrements", "affiches"
SON, VIDEO = "audio", "video"
GENRES: Final = {SON: "audio/mpeg", VIDEO: "video/mp4"}


class EtatPreparation(models.TextChoices):
    """Where the preparation of a recording stands."""

    ATTEND = "attend", _("en attente de préparation")
    EN_COURS = "en_cours", _("en préparation")
    PRET = "pret", _("prêt")
    ECHEC = "echec", _("préparation échouée")


def ou_ranger(enregistrement: "Enregistrement", nom: str) -> str:
    """Return where a file is kept, under a name that says nothing: apart from what is served until it is ready."""
    dossier = PRETS if enregistrement.etat == EtatPreparation.PRET else RECUS
    return f"{dossier}/{nom_au_hasard(nom)}"


def ou_ranger_l_affiche(_enregistrement: "Enregistrement", nom: str) -> str:
    """Return where a poster is kept."""
    return f"{AFFICHES}/{nom_au_hasard(nom)}"


class EnregistrementQuerySet(SearchableQuerySetMixin, models.QuerySet["Enregistrement"]):
    """Reading recordings."""


class EnregistrementManager(MontrablesManager.from_queryset(EnregistrementQuerySet)):  # type: ignore[misc]  # made by a call
    """Recordings, each with whether it may be shown today: ready, accepted by everyone in it, withheld by nobody."""

    lien = "enregistrements"

    def condition(self) -> Q:
        return Q(etat=EtatPreparation.PRET) & super().condition() & ~est_retenu()


class Enregistrement(AvecDesMots, AbstractMedia):
    """A sound or a video. `file` holds what was received until it is ready, then what ffmpeg made of it.

    `duration` is in seconds, `thumbnail` the poster drawn from the video, `sonie` the loudness measured, in LUFS,
    `poids` the size of the prepared file in bytes. `tentative` names the preparation that runs now, `vu_le` when it
    last gave news, `avancement` how far it is, in percent (`medias.preparation`).
    """

    file: Any = models.FileField(_("fichier"), upload_to=ou_ranger)
    thumbnail: Any = models.FileField(_("affiche"), upload_to=ou_ranger_l_affiche, blank=True, editable=False)
    langue = models.CharField(_("langue parlée"), max_length=3, choices=Langue, default=Langue.FRANCAIS)
    credit = models.CharField(_("crédit"), max_length=120, blank=True, help_text=_("Qui l’a fait."))
    licence = models.CharField(_("licence"), max_length=12, choices=Licence, default=Licence.RESERVES)
    personnes = models.CharField(_("personnes"), max_length=6, choices=Personnes, default=Personnes.AUCUNE)
    autorisations = models.ManyToManyField(
        AutorisationImage,
        blank=True,
        related_name="enregistrements",
        verbose_name=_("autorisations"),
        help_text=_("Une par personne qu’on voit ou qu’on reconnaît à la voix. Quand l’une prend fin, il se tait."),
    )
    audiodescription = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("version avec audiodescription"),
    )
    sans_audiodescription = models.CharField(
        _("pourquoi il n’y a pas d’audiodescription"),
        max_length=200,
        blank=True,
        help_text=_("Par exemple : tout ce qu’on voit est dit par les voix."),
    )
    etat = models.CharField(
        _("préparation"), max_length=8, choices=EtatPreparation, default=EtatPreparation.ATTEND, editable=False
    )
    echec = models.CharField(max_length=300, blank=True, editable=False)
    sonie = models.FloatField(null=True, editable=False)
    poids = models.PositiveBigIntegerField(default=0, editable=False)
    tentative = models.CharField(max_length=16, blank=True, default="", editable=False)
    vu_le = models.DateTimeField(null=True, editable=False)
    avancement = models.PositiveSmallIntegerField(default=0, editable=False)

    objects = EnregistrementManager()

    admin_form_fields = (
        *("title", "file", "langue", "credit", "licence", "personnes", "autorisations"),
        *("audiodescription", "sans_audiodescription", "collection", "tags"),
    )

    donnees = Carte(
        IMAGE.dans("file thumbnail title credit tags personnes autorisations"),
        ACTE.dans("uploaded_by_user created_at"),
        autres="id collection type duration width height langue licence audiodescription sans_audiodescription etat"
        " echec sonie poids tentative vu_le avancement",
    )

    class Meta(AbstractMedia.Meta):
        base_manager_name = "objects"
        verbose_name = _("enregistrement")
        verbose_name_plural = _("enregistrements")

    @property
    def est_montrable(self) -> bool:
        """Whether it may be shown today: it is ready, and everyone who can be recognised in it accepts."""
        return self.etat == EtatPreparation.PRET and bool(type(self).objects.montre(self))

    @property
    def est_video(self) -> bool:
        return bool(self.type == VIDEO)

    @property
    def url(self) -> str:
        """Its address on this site, empty until it is ready; `medias.views` says who may read it."""
        if self.etat != EtatPreparation.PRET or not self.file:
            return ""
        return f"{settings.MEDIA_URL}{PRETS}/{PurePath(self.file.name).name}"

    @property
    def affiche_url(self) -> str:
        """The address of the picture that stands for the video; empty for a sound."""
        return f"{settings.MEDIA_URL}{AFFICHES}/{PurePath(self.thumbnail.name).name}" if self.thumbnail else ""

    @property
    def genre_mime(self) -> str:
        """The media type of what is served."""
        return GENRES[str(self.type)]

    @property
    def sources(self) -> list[dict[str, str]]:
        """What Wagtail's media library puts in a player."""
        return [{"src": self.url, "type": self.genre_mime}] if self.url else []

    @property
    def adresse_de_la_licence(self) -> str:
        """Where the licence is read; empty when every right is reserved."""
        return ADRESSES.get(self.licence, "")
