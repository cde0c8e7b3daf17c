"""One row for each thing the site does by itself: who holds it now, and when it last went well."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from medias.donnees import Carte


class TachePlanifiee(models.Model):
    """When a job was last tried and last went well; `tenue_jusqu_au` and `jeton`: who does it now, and until when.

    The row `travailleur` is no job: it is the heartbeat of `manage.py travailler`.
    """

    nom = models.CharField(primary_key=True, max_length=40)
    essayee_le = models.DateTimeField(null=True)
    reussie_le = models.DateTimeField(null=True)
    tenue_jusqu_au = models.DateTimeField(null=True)
    jeton = models.CharField(max_length=32, blank=True)
    # The kind of the last error, never its words: they may quote a row.
    echec = models.CharField(max_length=80, blank=True)

    donnees = Carte(autres="nom essayee_le reussie_le tenue_jusqu_au jeton echec")

    class Meta:
        default_permissions = ()
        verbose_name = _("tâche planifiée")
        verbose_name_plural = _("tâches planifiées")

    def __str__(self) -> str:
        return self.nom
