"""What the site answers to a person who follows their text by its code: the staff can word it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from medias.donnees import Carte

from ..etats import Statut


class PhraseSuivi(models.Model):
    """The staff's own words for one status; without a row, the sentence of the code is shown."""

    statut = models.CharField(_("statut"), max_length=12, choices=Statut, unique=True)
    texte = models.TextField(
        _("phrase"),
        max_length=400,
        help_text=_("Une ou deux phrases simples, adressées à la personne. Aucun délai que vous ne tiendriez pas."),
    )

    donnees = Carte(autres="id statut texte")

    class Meta:
        ordering = ["pk"]
        verbose_name = _("phrase du suivi")
        verbose_name_plural = _("phrases du suivi")

    def __str__(self) -> str:
        return self.get_statut_display()
