"""The curated allow-list of the detector: names that identify nobody private. Every change is logged by Wagtail."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from medias.donnees import Carte

from ..etats import CategoriePermise
from ..renseignements import NOMS_PUBLICS


class NomPermis(models.Model):
    """A public person, an institution or a word that the detector must leave alone."""

    nom = models.CharField(
        _("nom"), max_length=120, unique=True, help_text=_("Tel qu’on l’écrit, avec ses majuscules.")
    )
    categorie = models.CharField(_("catégorie"), max_length=12, choices=CategoriePermise)
    raison = models.CharField(
        _("raison"),
        max_length=200,
        help_text=_("Pourquoi ce nom n’identifie personne : une fonction publique, un titre…"),
    )

    donnees = Carte(NOMS_PUBLICS.dans("nom raison"), autres="id categorie")

    class Meta:
        ordering = ["nom"]
        verbose_name = _("nom permis")
        verbose_name_plural = _("noms permis")

    def __str__(self) -> str:
        return self.nom

    def clean(self) -> None:
        """Refuse a public person known by one word only: it would let through everyone who bears that name."""
        super().clean()
        self.nom = " ".join(self.nom.split())
        if self.categorie == CategoriePermise.PERSONNE and " " not in self.nom:
            raise ValidationError({"nom": _now("Une personne publique s’inscrit avec son prénom et son nom.")})
