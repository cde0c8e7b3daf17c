"""The words of a recording: one WebVTT text per language, from which come its captions and its transcript."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .donnees import ACTE, IMAGE, Carte
from .enregistrements import Enregistrement
from .langues import Langue


class EtatPiste(models.TextChoices):
    """Whether someone listened while reading."""

    BROUILLON = "brouillon", _("brouillon")
    RELUE = "relue", _("relue")


class Piste(models.Model):
    """What is said, in one language, timed. Only a reviewed one is shown."""

    enregistrement = models.ForeignKey(Enregistrement, models.CASCADE, related_name="pistes")
    langue = models.CharField(_("langue"), max_length=3, choices=Langue, default=Langue.FRANCAIS)
    vtt = models.TextField(_("sous-titres (WebVTT)"))
    etat = models.CharField(_("état"), max_length=9, choices=EtatPiste, default=EtatPiste.BROUILLON)
    relue_par = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    relue_le = models.DateTimeField(null=True, editable=False)

    donnees = Carte(IMAGE.dans("vtt"), ACTE.dans("relue_par relue_le"), autres="id enregistrement langue etat")

    class Meta:
        ordering = ("enregistrement", "langue")
        constraints = [models.UniqueConstraint(fields=["enregistrement", "langue"], name="une_piste_par_langue")]
        verbose_name = _("piste de texte")
        verbose_name_plural = _("pistes de texte")

    def __str__(self) -> str:
        return f"{self.enregistrement} ({self.get_langue_display()})"
