"""What the administration says of the site itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting

from medias.donnees import Carte
from reseau.renseignements import COORDONNEES


class ResponsableSetting(BaseGenericSetting):
    """The person in charge of personal information: a title and an address that do not change with the person.

    Source: Act respecting the protection of personal information in the private sector (Québec), s. 3.1: the title and
    contact information are published on the website.
    """

    titre = models.CharField(
        _("titre"),
        max_length=120,
        blank=True,
        help_text=_("La fonction, sans nom : « Responsable de la protection des renseignements personnels »."),
    )
    courriel = models.EmailField(
        _("courriel"), blank=True, help_text=_("Une adresse de fonction, qui reste quand la personne change.")
    )

    donnees = Carte(COORDONNEES.dans("titre courriel"), autres="id")

    panels = [FieldPanel("titre"), FieldPanel("courriel")]

    class Meta:
        verbose_name = _("responsable de la vie privée")
        verbose_name_plural = _("responsable de la vie privée")

    def __str__(self) -> str:
        return self.titre

    @property
    def est_complet(self) -> bool:
        """Whether the public can write to someone."""
        return bool(self.titre and self.courriel)
