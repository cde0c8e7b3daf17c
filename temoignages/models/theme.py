"""What texts speak of: the wall can be read by theme."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from medias.donnees import Carte

from ..bilingue import Dit, dire


class Theme(models.Model):
    """A theme, named by the staff: « l’entraide », « le logement »."""

    nom = models.CharField(_("nom"), max_length=60, unique=True)
    nom_en = models.CharField(
        _("nom en anglais"), max_length=60, blank=True, help_text=_("Vide : le nom français paraît aussi en anglais.")
    )
    ordre = models.PositiveSmallIntegerField(_("ordre"), default=0)

    donnees = Carte(autres="id nom nom_en ordre")

    class Meta:
        ordering = ["ordre", "nom"]
        verbose_name = _("thème")
        verbose_name_plural = _("thèmes")

    def __str__(self) -> str:
        return self.nom

    @property
    def montre(self) -> Dit:
        """Its name as the page being made shows it."""
        return dire(self.nom, self.nom_en)
