"""Whether someone can be recognised in a file."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Personnes(models.TextChoices):
    """Asked, never assumed: one permission per person who can be recognised."""

    AUCUNE = "aucune", _("Personne n’y est reconnaissable")
    ACCORD = "accord", _("Une ou plusieurs personnes y sont reconnaissables, et chacune a donné son accord")
    # Written when a permission is erased: those that stay no longer say that everyone accepts.
    PERDU = "perdu", _("Un accord a été effacé : à revoir")
