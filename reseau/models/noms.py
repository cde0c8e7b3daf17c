"""The other names of a resource, and the addresses that its page had."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from medias.donnees import Carte

from ..langue.cles import cle
from .validateurs import valider_nom


class AliasRessource(models.Model):
    """Another name people use: an acronym, a former name."""

    ressource = ParentalKey("Ressource", on_delete=models.CASCADE, related_name="alias")
    nom = models.CharField(_("autre nom"), max_length=120, validators=[valider_nom])
    cle = models.CharField(max_length=250, editable=False, db_index=True)

    donnees = Carte(autres="id ressource nom cle")

    class Meta:
        verbose_name = _("autre nom")
        verbose_name_plural = _("autres noms")
        ordering = ["cle"]

    def __str__(self) -> str:
        return self.nom

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with the key of the name."""
        self.cle = cle(self.nom)
        super().save(*args, **kwargs)


class AncienneAdresse(models.Model):
    """The address of a duplicate that was merged: it leads to the resource that was kept, for ever."""

    ressource = models.ForeignKey("Ressource", models.CASCADE, related_name="anciennes_adresses")
    slug = models.SlugField(max_length=160, unique=True)

    donnees = Carte(autres="id ressource slug")

    class Meta:
        default_permissions = ()
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.slug
