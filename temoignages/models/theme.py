"""What texts speak of: the wall can be read by theme."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from medias.donnees import Carte


class Theme(models.Model):
    """A theme, named by the staff: « l’entraide », « le logement »."""

    nom = models.CharField(_("nom"), max_length=60, unique=True)
    ordre = models.PositiveSmallIntegerField(_("ordre"), default=0)

    donnees = Carte(autres="id nom ordre")

    class Meta:
        ordering = ["ordre", "nom"]
        verbose_name = _("thème")
        verbose_name_plural = _("thèmes")

    def __str__(self) -> str:
        return self.nom
