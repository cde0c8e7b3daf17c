"""The sentences to complete."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from medias.donnees import Carte

from ..bilingue import Dit, dire
from ..etats import Couleur


class AmorceQuerySet(models.QuerySet["Amorce"]):
    """Reading sentences to complete."""

    def proposees(self) -> "AmorceQuerySet":
        """Those that the public form offers, in the staff's order."""
        return self.filter(active=True)


class Amorce(models.Model):
    """A sentence to complete, written by the staff: « Ici, ce que je reçois, c’est… »."""

    texte = models.CharField(_("début de la phrase"), max_length=120, unique=True)
    texte_en = models.CharField(
        _("début de la phrase en anglais"),
        max_length=120,
        blank=True,
        help_text=_("Pour les pages en anglais. Vide : le début français y paraît."),
    )
    couleur = models.CharField(_("couleur"), max_length=12, choices=Couleur, default=Couleur.GAUDE)
    ordre = models.PositiveSmallIntegerField(_("ordre"), default=0)
    active = models.BooleanField(_("proposée au public"), default=True)

    objects = AmorceQuerySet.as_manager()

    donnees = Carte(autres="id texte texte_en couleur ordre active")

    class Meta:
        ordering = ["ordre", "pk"]
        verbose_name = _("phrase à compléter")
        verbose_name_plural = _("phrases à compléter")

    def __str__(self) -> str:
        return self.texte

    @property
    def montree(self) -> Dit:
        """The opener as the page being made shows it."""
        return dire(self.texte, self.texte_en)
