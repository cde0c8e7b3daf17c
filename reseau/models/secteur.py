"""Which regions an account looks after, when the federation shares the work by region."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from medias.donnees import ACTE, Carte

from ..langue.regions import CODES


class Secteur(models.Model):
    """One region of one account. An account without a row looks after every region."""

    compte = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="secteurs", verbose_name=_("personne")
    )
    region = models.CharField(_("région"), max_length=2, choices=CODES)

    donnees = Carte(ACTE.dans("compte"), autres="id region")

    class Meta:
        verbose_name = _("secteur")
        verbose_name_plural = _("secteurs")
        ordering = ["compte", "region"]
        constraints = [models.UniqueConstraint(fields=["compte", "region"], name="un_secteur_par_compte_et_region")]

    def __str__(self) -> str:
        return f"{self.compte} : {self.get_region_display()}"


def regions_de(compte: models.Model) -> set[str] | None:
    """Return the codes of the regions that an account looks after; nothing when it looks after them all."""
    codes = set(Secteur.objects.filter(compte=compte.pk).values_list("region", flat=True))
    return codes or None
