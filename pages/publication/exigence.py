"""Where two people are obligatory: one row a type, changed by the administration alone, and logged by Wagtail."""

from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from medias.donnees import Carte

from .publiable import Publiable


class Personnes(models.IntegerChoices):
    """How many people it takes to change what is public."""

    UNE = 1, _("une personne, si la page est déjà publiée")
    DEUX = 2, _("deux personnes")


def types_publiables() -> dict[str, Any]:
    """Limit a choice to what is published by the rules."""
    types = [ContentType.objects.get_for_model(modele).pk for modele in publiables()]
    return {"pk__in": types}


def publiables() -> list[Any]:
    """Return every page type and snippet of ours, by name."""
    trouves = [modele for modele in apps.get_models() if issubclass(modele, Publiable)]
    return sorted(trouves, key=lambda modele: str(modele._meta.verbose_name))


class ExigenceRelecture(models.Model):
    """What the administration decided for one type; a type without a row keeps what its code says."""

    genre = models.OneToOneField(
        ContentType,
        models.CASCADE,
        related_name="+",
        limit_choices_to=types_publiables,
        verbose_name=_("type de page"),
    )
    personnes = models.PositiveSmallIntegerField(
        _("il faut"),
        choices=Personnes,
        default=Personnes.DEUX,
        help_text=_("Une première publication demande toujours deux personnes."),
    )

    donnees = Carte(autres="id genre personnes")

    class Meta:
        verbose_name = _("exigence de relecture")
        verbose_name_plural = _("exigences de relecture")

    def __str__(self) -> str:
        return f"{self.genre.name} : {self.get_personnes_display()}"


def une_personne_suffit(objet: Any) -> bool:
    """Say whether one person may publish the next version of an object: it is public, and its type allows it."""
    if not objet.live or objet.exige_deux_personnes():
        return False
    decidee = ExigenceRelecture.objects.filter(genre=objet.get_content_type()).values_list("personnes", flat=True)
    return bool((decidee.first() or objet.personnes_par_defaut) == Personnes.UNE)
