"""The audit log of the room: who did what to which id. Never a word of a text."""

from django.conf import settings
from django.db import models

from medias.donnees import ACTE, Carte


class Trace(models.Model):
    """One act: a verb, an id, a person (none when the author acts by their code)."""

    verbe = models.CharField(max_length=24)
    objet = models.CharField(max_length=12)
    objet_id = models.CharField(max_length=36)
    motif = models.CharField(max_length=16, blank=True)
    par = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    le = models.DateTimeField()

    donnees = Carte(ACTE.dans("verbe objet objet_id motif par le"), autres="id")

    class Meta:
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["objet", "objet_id"], name="trace_objet"),
            models.Index(fields=["par", "le"], name="trace_par_le"),  # how many texts someone opened today
        ]

    def __str__(self) -> str:
        return f"{self.verbe} {self.objet} {self.objet_id[:8]}"
