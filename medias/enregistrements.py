"""Recordings: sound and video, prepared in the background, published with their captions and their transcript."""

from typing import Any

from django.db import models
from django.db.models import Exists, ExpressionWrapper, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from wagtail.search.queryset import SearchableQuerySetMixin
from wagtailmedia.models import AbstractMedia

from .autorisations import AutorisationImage
from .donnees import ACTE, IMAGE, Carte
from .horloge import aujourdhui
from .langues import Langue
from .licences import Licence
from .personnes import Personnes


class EtatPreparation(models.TextChoices):
    """Where the preparation of a recording stands."""

    ATTEND = "attend", _("en attente de préparation")
    EN_COURS = "en_cours", _("en préparation")
    PRET = "pret", _("prêt")
    ECHEC = "echec", _("préparation échouée")


class EnregistrementQuerySet(SearchableQuerySetMixin, models.QuerySet["Enregistrement"]):
    """Reading recordings."""


class EnregistrementManager(models.Manager.from_queryset(EnregistrementQuerySet)):  # type: ignore[misc]  # idem
    """Recordings, each with what the permissions say of it today."""

    def get_queryset(self) -> Any:
        accords = AutorisationImage.objects.filter(enregistrements=OuterRef("pk"))
        tous_valides = Exists(accords) & ~Exists(accords.invalides(aujourdhui()))
        condition = Q(personnes=Personnes.AUCUNE) | Q(tous_valides)
        montrable = ExpressionWrapper(condition, output_field=models.BooleanField())
        return super().get_queryset().annotate(montrable=montrable)


class Enregistrement(AbstractMedia):
    """A sound or a video. `file` holds what was received until it is ready, then what ffmpeg made of it.

    `duration` is in seconds, `thumbnail` the poster drawn from the video, `sonie` the loudness measured, in LUFS.
    """

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

    objects = EnregistrementManager()

    admin_form_fields = (
        *("title", "file", "langue", "credit", "licence", "personnes", "autorisations"),
        *("audiodescription", "sans_audiodescription", "collection", "tags"),
    )

    donnees = Carte(
        IMAGE.dans("file thumbnail title credit tags personnes autorisations"),
        ACTE.dans("uploaded_by_user created_at"),
        autres="id collection type duration width height langue licence audiodescription sans_audiodescription etat"
        " echec sonie poids",
    )

    class Meta(AbstractMedia.Meta):
        base_manager_name = "objects"
        verbose_name = _("enregistrement")
        verbose_name_plural = _("enregistrements")
