"""What a row that names someone reads her name from, and whether she still accepts."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from medias.models import AutorisationNom, PorteeNom
from reseau.horloge import aujourdhui

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

CleDAccord = models.ForeignKey[AutorisationNom | None, AutorisationNom | None]


def cle_d_accord(nom: "StrOrPromise", aide: "StrOrPromise") -> "CleDAccord":
    """Return the field of the person a row names: her permission, never typed; empty once it was erased."""
    return models.ForeignKey(
        AutorisationNom, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=nom, help_text=aide
    )


def accord_perdu() -> Q:
    """Return the condition that the `autorisation` of a row does not cover the whole site today; erased, it is none.

    One level of SQL: it is asked deep inside the questions of files, whose depth SQLite bounds.
    """
    jour = aujourdhui()
    fini = Q(autorisation__jusqu_au__lt=jour) | Q(autorisation__retiree_le__lte=jour)
    ailleurs = ~Q(autorisation__portee=PorteeNom.SITE)
    return Q(autorisation=None) | Q(autorisation__donnee_le__gt=jour) | fini | ailleurs
