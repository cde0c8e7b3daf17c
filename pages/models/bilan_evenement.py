"""What a resource says of its event once it is over: how many came, a word for the federation, two photographs."""

import datetime
from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from medias.donnees import ACTE, IMAGE, Carte
from reseau.horloge import aujourdhui

from ..renseignements import ACCORD_PHOTO, BILAN
from .evenement import Evenement

PHOTOS_MAX = 2


class BilanEvenement(models.Model):
    """The answer of a resource. A count that nobody took stays empty: it is not zero."""

    evenement = models.OneToOneField(Evenement, models.CASCADE, related_name="bilan", verbose_name=_("événement"))
    participants = models.PositiveIntegerField(
        _("personnes présentes"), null=True, validators=[MaxValueValidator(99_999)]
    )
    mot = models.TextField(_("mot pour la fédération"), max_length=1000, blank=True)
    recu_le = models.DateTimeField(_("reçu le"))
    recu_de = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    donnees = Carte(BILAN.dans("mot"), ACTE.dans("recu_de recu_le"), autres="id evenement participants")

    class Meta:
        verbose_name = _("bilan d’un événement")
        verbose_name_plural = _("bilans des événements")

    def __str__(self) -> str:
        return str(self.evenement)


class EtatPhoto(models.TextChoices):
    """Where a photograph stands. Of the last two, only this line remains: the file is erased."""

    ATTENTE = "attente", _("attend une réponse de la fédération")
    APPROUVEE = "approuvee", _("affichée")
    REFUSEE = "refusee", _("non retenue, et effacée")
    EFFACEE = "effacee", _("effacée")


class PhotoEvenementQuerySet(models.QuerySet["PhotoEvenement"]):
    """Reading photographs."""

    def gardees(self) -> "PhotoEvenementQuerySet":
        """Those whose file is here."""
        return self.exclude(image=None)

    def publiques(self, jour: datetime.date | None = None) -> "PhotoEvenementQuerySet":
        """Those that may be shown on `jour` (today): approved, of a public event, with a permission that holds."""
        jour = jour or aujourdhui()
        permises = Q(personnes=False) | Q(accord_jusqu_au__gte=jour)
        evenement = {"bilan__evenement__live": True, "bilan__evenement__annule_le": None}
        return self.gardees().filter(permises, live=True, **evenement)

    def echues(self, jour: datetime.date | None = None) -> "PhotoEvenementQuerySet":
        """Those kept past the permission of the people that they show."""
        return self.gardees().filter(personnes=True, accord_jusqu_au__lt=jour or aujourdhui())


class PhotoEvenement(models.Model):
    """A photograph. Nobody on it is named here: the resource keeps the signed permissions, the site says where."""

    bilan = models.ForeignKey(BilanEvenement, models.CASCADE, related_name="photos")
    image: Any = models.ForeignKey(
        "medias.ImageCampagne", models.PROTECT, null=True, related_name="photos_d_evenement", verbose_name=_("image")
    )
    etat = models.CharField(_("état"), max_length=9, choices=EtatPhoto, default=EtatPhoto.ATTENTE)
    # What makes its file public (`medias.visibilite`): true while it is approved, and only then.
    live = models.BooleanField(default=False, editable=False)
    personnes = models.BooleanField(_("des personnes se reconnaissent"), default=False)
    accord_donne_le = models.DateField(_("accord donné le"), null=True, blank=True)
    accord_jusqu_au = models.DateField(_("accord jusqu’au"), null=True, blank=True)
    accord_preuve = models.CharField(_("où l’accord est conservé"), max_length=200, blank=True)
    motif = models.CharField(_("mot de la fédération"), max_length=200, blank=True)
    recue_le = models.DateTimeField(_("reçue le"))
    recue_de = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = PhotoEvenementQuerySet.as_manager()

    donnees = Carte(
        IMAGE.dans("image"),
        ACCORD_PHOTO.dans("personnes accord_donne_le accord_jusqu_au accord_preuve"),
        ACTE.dans("recue_de recue_le"),
        autres="id bilan etat live motif",
    )

    class Meta:
        verbose_name = _("photo d’un événement")
        verbose_name_plural = _("photos d’un événement")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="une_photo_effacee_n_a_plus_d_image",
                condition=Q(image=None, etat__in=["refusee", "effacee"])
                | Q(image__isnull=False, etat__in=["attente", "approuvee"]),
            ),
            models.CheckConstraint(
                name="une_photo_n_est_publique_qu_approuvee",
                condition=Q(live=True, etat="approuvee") | (Q(live=False) & ~Q(etat="approuvee")),
            ),
            models.CheckConstraint(
                name="une_photo_de_personnes_a_un_accord",
                condition=Q(personnes=False)
                | (Q(accord_donne_le__isnull=False, accord_jusqu_au__isnull=False) & ~Q(accord_preuve="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bilan} ({self.get_etat_display()})"
