"""The index of the library: which tools are public, and the sets by which they are counted and found."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from medias.donnees import Carte

from ..renseignements import CONTENU
from .outil import OutilPage


class FicheOutil(models.Model):
    """The place of a tool in the index. Its rank never changes: the latest of the library has the highest.

    `marques` are the sets that hold it, « axis:value »; `fichiers`, what a list says of each of its files
    (`pages.boite.fichiers.en_ligne`). Both are empty once it is taken down.
    """

    outil = models.OneToOneField(OutilPage, models.CASCADE, primary_key=True, related_name="fiche")
    rang = models.PositiveIntegerField(unique=True)
    titre_cle = models.CharField(max_length=255)
    marques = models.JSONField(default=list)
    fichiers = models.JSONField(default=list)

    donnees = Carte(CONTENU.dans("titre_cle marques fichiers"), autres="outil rang")

    class Meta:
        verbose_name = _("place d’un outil")
        verbose_name_plural = _("places des outils")

    def __str__(self) -> str:
        return f"{self.rang} : {self.outil_id}"


class EnsembleOutils(models.Model):
    """The public tools that share a value of an axis, or a word: one bit for each rank (`pages.boite.bits`).

    Of the axis « ordre », their ranks in that order.
    """

    axe = models.CharField(max_length=12)
    valeur = models.CharField(max_length=60)
    bits = models.BinaryField()

    donnees = Carte(CONTENU.dans("valeur bits"), autres="id axe")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["axe", "valeur"], name="un_ensemble_par_valeur")]
        verbose_name = _("ensemble d’outils")
        verbose_name_plural = _("ensembles d’outils")

    def __str__(self) -> str:
        return f"{self.axe}:{self.valeur}"
