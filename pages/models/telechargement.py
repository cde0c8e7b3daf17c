"""How often a tool is taken: a number a day. Nothing of who took it is read, so nothing of them is kept."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from medias.donnees import Carte


class Telechargement(models.Model):
    """How many times a file of a tool, or the bundle of a kit, was asked for on a day."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="+")
    # « document-12 », or the name of the route.
    quoi = models.CharField(max_length=40)
    jour = models.DateField()
    nombre = models.PositiveIntegerField(default=0)

    donnees = Carte(autres="id page quoi jour nombre")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "quoi", "jour"], name="un_compte_par_jour")]
        verbose_name = _("téléchargements d’un jour")
        verbose_name_plural = _("téléchargements par jour")

    def __str__(self) -> str:
        return f"{self.page_id}, {self.quoi}, {self.jour} : {self.nombre}"
