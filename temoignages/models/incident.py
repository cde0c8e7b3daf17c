"""The incident register: what went wrong with personal information, and what was done. Never a word of a text."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from medias.donnees import ACTE, Carte

from ..etats import NatureIncident
from ..renseignements import INCIDENT


class IncidentQuerySet(models.QuerySet["Incident"]):
    """Reading incidents."""

    def ouverts(self) -> "IncidentQuerySet":
        """Those that nobody has closed."""
        return self.filter(clos_le=None)


class Incident(models.Model):
    """One incident. `surface` says where (a table and column, a kind of file), `reference` an id."""

    nature = models.CharField(_("nature"), max_length=10, choices=NatureIncident)
    surface = models.CharField(_("où"), max_length=120)
    reference = models.CharField(_("référence"), max_length=64, blank=True)
    ouvert_le = models.DateTimeField(_("ouvert le"))
    mesures = models.TextField(
        _("mesures prises"), blank=True, help_text=_("Ce qui a été fait. N’y recopiez aucun texte et aucun nom.")
    )
    clos_le = models.DateTimeField(_("clos le"), null=True, blank=True)
    clos_par = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    objects = IncidentQuerySet.as_manager()

    donnees = Carte(
        INCIDENT.dans("nature surface reference ouvert_le mesures"), ACTE.dans("clos_le clos_par"), autres="id"
    )

    class Meta:
        default_permissions = ("view", "change")
        ordering = ["-ouvert_le"]
        constraints = [
            models.UniqueConstraint(
                fields=["nature", "surface", "reference"],
                condition=models.Q(clos_le__isnull=True),
                name="un_incident_ouvert_par_trouvaille",
            ),
        ]
        verbose_name = _("incident")
        verbose_name_plural = _("registre des incidents")

    def __str__(self) -> str:
        return f"{self.nature} {self.surface}"
