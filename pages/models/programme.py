"""The agenda of a day, stretch by stretch."""

import datetime
import uuid
from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import path
from wagtail.search import index

from medias.donnees import Carte

from .. import presentation
from ..calendrier import calendrier_du_programme
from ..etats import GenrePlage
from ..plan_programme import plan_du_programme
from ..publication.page import PagePubliable
from ..publication.regles import GENERIQUES
from ..publication.regles.edition_figee import EDITION_FIGEE
from ..publication.regles.plages import CHEVAUCHEMENTS, TROUS
from ..publication.sortie import Document
from ..renseignements import CONTENU
from ..sorties.page import Imprimable
from ..traduction.rangees import RangeeTraduite
from .figeable import Figeable


class ProgrammePage(Imprimable, Figeable, PagePubliable):
    """One day; its stretches are shown by the hour, whatever their order in the form."""

    chapeau = models.TextField(_("chapeau"), max_length=300, blank=True, help_text=_("Une ou deux phrases."))
    jour = models.DateField(_("jour"))
    lieu = models.CharField(_("lieu"), max_length=160, blank=True)

    parent_page_types = ["pages.AccueilPage", "pages.EditionPage"]
    subpage_types: list[str] = []
    page_description = _("Le programme d’une journée, heure par heure, à ajouter à son agenda.")
    regles_de_publication = (*GENERIQUES, CHEVAUCHEMENTS, TROUS, EDITION_FIGEE)
    personnes_par_defaut = 1

    content_panels = [
        *PagePubliable.content_panels,
        FieldPanel("chapeau"),
        MultiFieldPanel([FieldRowPanel([FieldPanel("jour"), FieldPanel("lieu")])], heading=_("Quand et où")),
        InlinePanel(
            "plages",
            label=_("plage"),
            heading=_("Plages"),
            help_text=_("L’une finit quand la suivante commence; les pauses et les repas sont aussi des plages."),
        ),
    ]
    search_fields = [*PagePubliable.search_fields, index.SearchField("chapeau"), index.SearchField("lieu")]

    donnees = Carte(CONTENU.dans("chapeau"), autres="page_ptr confidentialite rectifie_le jour lieu")

    class Meta:
        verbose_name = _("programme d’une journée")
        verbose_name_plural = _("programmes d’une journée")

    @property
    def jour_qui_fige(self) -> datetime.date | None:
        """Its own day: an agenda also stands outside an edition."""
        return self.jour

    @property
    def date_longue(self) -> str:
        """« samedi 10 octobre 2026 »."""
        return presentation.date_longue(self.jour)

    @property
    def deroulement(self) -> list[Any]:
        """Its stretches, in the order of the day."""
        return sorted(self.plages.all(), key=lambda plage: (plage.debut, plage.fin))

    def plan_de_sortie(self) -> Document:
        """Return its outline: every output other than the page itself is made from it."""
        return plan_du_programme(self)

    @path("agenda.ics/", name="agenda")  # type: ignore[untyped-decorator]  # Wagtail is untyped
    def agenda(self, request: HttpRequest) -> HttpResponse:
        """Answer with the day as a calendar file."""
        reponse = HttpResponse(calendrier_du_programme(self), content_type="text/calendar; charset=utf-8")
        reponse["Content-Disposition"] = f'attachment; filename="{self.slug}.ics"'
        return reponse


class Plage(RangeeTraduite):
    """One stretch. Its key never changes, so that a calendar that has it follows it."""

    page = ParentalKey(ProgrammePage, on_delete=models.CASCADE, related_name="plages")
    cle = models.UUIDField(default=uuid.uuid4, editable=False)
    debut = models.TimeField(_("début"))
    fin = models.TimeField(_("fin"))
    genre = models.CharField(_("genre"), max_length=12, choices=GenrePlage, default=GenrePlage.PLENIERE)
    titre = models.CharField(_("titre"), max_length=160, blank=True, help_text=_("Vide : le genre en tient lieu."))
    description = models.TextField(_("description"), max_length=600, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("debut"), FieldPanel("fin"), FieldPanel("genre")]),
        FieldPanel("titre"),
        FieldPanel("description"),
    ]

    donnees = Carte(
        CONTENU.dans("titre description"), autres="id sort_order page locale translation_key cle debut fin genre"
    )

    class Meta(RangeeTraduite.Meta):
        verbose_name = _("plage")
        verbose_name_plural = _("plages")

    def __str__(self) -> str:
        return f"{self.nom}, {self.heures}"

    @property
    def nom(self) -> str:
        """Its title, or what it is for."""
        return self.titre or str(self.get_genre_display())

    @property
    def heures(self) -> str:
        """« 8 h 30 à 9 h »."""
        return presentation.plage_horaire(self.debut, self.fin)

    def bornes(self, jour: datetime.date) -> tuple[datetime.datetime, datetime.datetime]:
        """Return its start and its end on a day, without a time zone: the calendar adds that of Québec."""
        return datetime.datetime.combine(jour, self.debut), datetime.datetime.combine(jour, self.fin)
