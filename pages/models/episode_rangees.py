"""The rows of an episode: its chapters, the people who are heard in it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from medias.donnees import Carte
from medias.durees import minutage
from medias.models import PorteeNom
from reseau.horloge import aujourdhui

from ..balado.etats import RoleVoix
from ..minutage import ChampMinutage
from ..renseignements import CONTENU
from .accord import cle_d_accord


class Chapitre(Orderable):
    """A moment of the main version, and what begins there."""

    page = ParentalKey("pages.EpisodePage", on_delete=models.CASCADE, related_name="chapitres")
    debut = ChampMinutage(_("début"), help_text=_("Minutes et secondes : « 12:05 »."))
    titre = models.CharField(_("titre"), max_length=120)

    panels = [FieldRowPanel([FieldPanel("debut"), FieldPanel("titre")])]

    donnees = Carte(CONTENU.dans("titre"), autres="id sort_order page debut")

    class Meta(Orderable.Meta):
        verbose_name = _("chapitre")
        verbose_name_plural = _("chapitres")

    def __str__(self) -> str:
        return f"{self.moment} {self.titre}"

    @property
    def moment(self) -> str:
        """« 12:05 »."""
        return minutage(self.debut)


class PersonneEpisode(Orderable):
    """A person who is heard: by her name, with her permission; or by a few words that say who, without a name."""

    page = ParentalKey("pages.EpisodePage", on_delete=models.CASCADE, related_name="personnes")
    role = models.CharField(_("rôle"), max_length=8, choices=RoleVoix, default=RoleVoix.INVITATION)
    autorisation = cle_d_accord(
        _("personne nommée"),
        _("Son accord doit être enregistré et valoir pour tout le site. S’il prend fin, l’épisode se tait."),
    )
    designation = models.CharField(
        _("ou, sans nom"), max_length=120, blank=True, help_text=_("« un membre du groupe d’entraide ».")
    )
    absente = models.BooleanField(
        _("absente de l’autre version"),
        default=False,
        help_text=_("On ne l’entend pas dans la version de remplacement : celle-ci reste si la personne se retire."),
    )

    panels = [
        FieldPanel("role"),
        FieldPanel("autorisation"),
        FieldRowPanel([FieldPanel("designation"), FieldPanel("absente")]),
    ]

    donnees = Carte(CONTENU.dans("designation"), autres="id sort_order page role autorisation absente")

    class Meta(Orderable.Meta):
        verbose_name = _("personne d’un épisode")
        verbose_name_plural = _("personnes d’un épisode")

    def __str__(self) -> str:
        return str(self.autorisation or self.designation)

    @property
    def nom(self) -> str:
        """Her name, while she accepts it; nothing otherwise."""
        accord = self.autorisation
        return accord.nom if accord and accord.couvre(PorteeNom.SITE, aujourdhui()) else ""
