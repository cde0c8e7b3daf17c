"""The people whom a capsule names."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from medias.donnees import Carte

from .accord import cle_d_accord


class PersonneCapsule(Orderable):
    """A person whom a capsule names; read from her permission, never typed. Without it, nobody sees the capsule."""

    page = ParentalKey("pages.CapsulePage", on_delete=models.CASCADE, related_name="personnes")
    autorisation = cle_d_accord(
        _("personne"),
        _("Son accord doit être enregistré, et valoir pour tout le site. S’il prend fin, la capsule se tait."),
    )

    panels = [FieldPanel("autorisation")]

    donnees = Carte(autres="id sort_order page autorisation")

    class Meta(Orderable.Meta):
        verbose_name = _("personne d’une capsule")
        verbose_name_plural = _("personnes d’une capsule")

    def __str__(self) -> str:
        return str(self.autorisation or "")
