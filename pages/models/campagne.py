"""The campaign: what lasts from one year to the next."""

from functools import cached_property

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from medias.donnees import Carte

from ..blocs import CorpsStreamBlock, feuilles_de
from ..blocs.texte import FONCTIONS_COURTES
from ..publication.page import PagePubliable
from ..publication.regles import GENERIQUES
from ..renseignements import CONTENU
from .edition import EditionPage


class CampagnePage(PagePubliable):
    """The permanent page of the Journée; its editions are its children."""

    chapeau = models.TextField(
        _("chapeau"), max_length=300, blank=True, help_text=_("Une ou deux phrases, sous le titre.")
    )
    introduction = RichTextField(_("introduction"), features=FONCTIONS_COURTES, blank=True)
    corps = StreamField(CorpsStreamBlock(), verbose_name=_("corps"), blank=True)

    parent_page_types = ["pages.AccueilPage"]
    subpage_types = ["pages.EditionPage"]
    max_count = 1
    show_in_menus_default = True
    page_description = _("La Journée, d’une année à l’autre; chaque édition est une page en dessous.")
    regles_de_publication = GENERIQUES

    content_panels = [
        *PagePubliable.content_panels,
        FieldPanel("chapeau"),
        FieldPanel("introduction"),
        FieldPanel("corps"),
    ]
    search_fields = [
        *PagePubliable.search_fields,
        index.SearchField("chapeau"),
        index.SearchField("introduction"),
        index.SearchField("corps"),
    ]

    donnees = Carte(CONTENU.dans("chapeau introduction corps"), autres="page_ptr confidentialite rectifie_le")

    class Meta:
        verbose_name = _("campagne")
        verbose_name_plural = _("campagnes")

    @property
    def feuilles(self) -> list[str]:
        """The stylesheets of the blocks of this page."""
        return feuilles_de(self.corps)

    @cached_property
    def editions(self) -> list[EditionPage]:
        """Its published editions, the latest first."""
        return list(EditionPage.objects.child_of(self).live().order_by("-annee"))

    @cached_property
    def edition_courante(self) -> EditionPage | None:
        """The edition to look at first."""
        return EditionPage.objects.courante()
