"""A number that grows with every change of what the public may see: application caches are keyed by it."""

from django.db import models


class Generation(models.Model):
    """One row. A withdrawal increments it in its own transaction: nothing computed before is served after."""

    numero = models.PositiveBigIntegerField(default=0)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.numero)
