"""How many texts the site may show, at every crossing of sentence, theme, region and campaign."""

from django.db import models

from medias.donnees import Carte


class Comptage(models.Model):
    """One count. `TOUS` (or `TOUTES`, for the region) stands for « whatever it is »: margins are rows like the others.

    Consents end by date, in no transaction: counts are kept by the last day of the consent, and a reader adds up those
    that are not over. `actions.generation` alone writes here. No text, no address.
    """

    TOUS = -1
    TOUTES = "*"
    SANS = 0  # no sentence, no theme; no region is ""
    CLE = ("amorce", "theme", "region", "edition", "jusqu_au")

    amorce = models.BigIntegerField()
    theme = models.BigIntegerField()
    region = models.CharField(max_length=2)
    edition = models.SmallIntegerField()
    jusqu_au = models.DateField()
    nombre = models.PositiveIntegerField()

    donnees = Carte(autres="id amorce theme region edition jusqu_au nombre")

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["amorce", "theme", "region", "edition", "jusqu_au"], name="un_comptage_par_croisement"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
