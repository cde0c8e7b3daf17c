"""What a person allows, one row a use: no row, no rendering."""

import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from medias.donnees import Carte
from medias.langues import Langue

from ..etats import Echelon, Portee
from ..renseignements import ACCORD, CODE


class ConsentementQuerySet(models.QuerySet["Consentement"]):
    """Reading consents."""

    def valables(self, portee: str, jour: datetime.date) -> "ConsentementQuerySet":
        """Those that allow the use `portee` on `jour`."""
        return self.filter(portee=portee, retire_le=None, jusqu_au__gte=jour)


class Consentement(models.Model):
    """One authorised use of one text, until a date. Tied to the text by the keyed hash of its code only."""

    empreinte_code = models.CharField(max_length=64)
    portee = models.CharField(_("usage"), max_length=12, choices=Portee)
    edition = models.PositiveSmallIntegerField(_("édition"))
    jusqu_au = models.DateField(_("jusqu’au"))
    attribution_max = models.CharField(_("attribution la plus précise"), max_length=12, choices=Echelon)
    empreinte_texte = models.CharField(max_length=64, blank=True, help_text="Du texte approuvé.")
    version_formulaire = models.CharField(max_length=20)
    # Of the form that was accepted: its two versions do not say the same words.
    langue_formulaire = models.CharField(max_length=3, choices=Langue, default=Langue.FRANCAIS)
    donne_le = models.DateField()
    retire_le = models.DateField(null=True, blank=True)

    objects = ConsentementQuerySet.as_manager()

    donnees = Carte(
        CODE.dans("empreinte_code empreinte_texte"),
        ACCORD.dans("portee edition jusqu_au attribution_max version_formulaire langue_formulaire donne_le retire_le"),
        autres="id",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["empreinte_code", "portee", "edition"], name="un_consentement_par_usage"),
        ]
        indexes = [models.Index(fields=["empreinte_code", "portee", "jusqu_au"], name="consentement_rendu")]
        verbose_name = _("consentement")

    def __str__(self) -> str:
        return f"{self.portee} {self.edition}"
