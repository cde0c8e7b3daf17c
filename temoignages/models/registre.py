"""The anonymisation register that Québec's regulation asks for: one row a decision, exportable, without any text."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from medias.donnees import ACTE, Carte

from ..etats import Echelon, Risque
from ..renseignements import SUIVI


class EntreeRegistre(models.Model):
    """Why one text counts as anonymous, on the three criteria of the regulation, until someone looks again.

    Source: Regulation respecting the anonymization of personal information (Québec, 2024): individualisation,
    correlation, inference, residual risk, periodic re-evaluation.
    """

    temoignage = models.ForeignKey("Temoignage", models.CASCADE, related_name="registre", verbose_name=_("témoignage"))
    echelon = models.CharField(_("attribution"), max_length=12, choices=Echelon)
    individualisation = models.CharField(_("individualisation"), max_length=8, choices=Risque)
    correlation = models.CharField(_("corrélation"), max_length=8, choices=Risque)
    inference = models.CharField(_("inférence"), max_length=8, choices=Risque)
    risque_residuel = models.CharField(_("risque résiduel"), max_length=8, choices=Risque)
    motif = models.CharField(_("calcul"), max_length=24, help_text="Verb of the action that wrote the row.")
    par = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    le = models.DateTimeField(_("décidé le"))
    reevaluer_le = models.DateField(_("à réévaluer le"))

    donnees = Carte(
        SUIVI.dans("echelon individualisation correlation inference risque_residuel motif reevaluer_le"),
        ACTE.dans("par le"),
        autres="id temoignage",
    )

    class Meta:
        default_permissions = ("view",)
        ordering = ["-le"]
        indexes = [models.Index(fields=["reevaluer_le"], name="registre_echeance")]
        verbose_name = _("entrée du registre")
        verbose_name_plural = _("registre d’anonymisation")

    def __str__(self) -> str:
        return f"{self.temoignage_id} {self.echelon}"
