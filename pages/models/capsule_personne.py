"""The people whom a capsule names."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from medias.donnees import Carte
from medias.models import AutorisationNom

from .voix_entendue import accord_perdu


class PersonneCapsuleQuerySet(models.QuerySet["PersonneCapsule"]):
    """Reading the people of capsules."""

    def sans_accord(self) -> Self:
        """Those who do not accept to be named today, on the whole site; a permission that was erased is none."""
        return self.filter(accord_perdu())


class PersonneCapsule(Orderable):
    """A person whom a capsule names; read from her permission, never typed. Without it, nobody sees the capsule."""

    page = ParentalKey("pages.CapsulePage", on_delete=models.CASCADE, related_name="personnes")
    autorisation = models.ForeignKey(
        AutorisationNom,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("personne"),
        help_text=_(
            "Son accord doit être enregistré, et valoir pour tout le site. S’il prend fin, la capsule se tait."
        ),
    )

    objects = PersonneCapsuleQuerySet.as_manager()

    panels = [FieldPanel("autorisation")]

    donnees = Carte(autres="id sort_order page autorisation")

    class Meta(Orderable.Meta):
        verbose_name = _("personne d’une capsule")
        verbose_name_plural = _("personnes d’une capsule")

    def __str__(self) -> str:
        return str(self.autorisation or "")
