"""A number that grows with every change of what the public may see: application caches are keyed by it."""

from django.db import models

from medias.donnees import Carte


class Generation(models.Model):
    """One row. A withdrawal increments it in its own transaction: nothing computed before is served after.

    A number never comes back, not even after a rollback or a restore: `actions.changer_generation` takes the clock's.
    """

    numero = models.PositiveBigIntegerField(default=0)

    donnees = Carte(autres="id numero")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.numero)

    @classmethod
    def actuelle(cls) -> int:
        """Return the number of today's state of the public side: one cheap read."""
        return cls.objects.values_list("numero", flat=True).order_by("pk").first() or 0
