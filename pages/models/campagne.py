"""The campaign: what lasts from one year to the next."""

from functools import cached_property

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from medias.donnees import Carte

from ..blocs import CorpsStreamBlock, feuilles_de
from ..blocs.texte import FONCTIONS_COURTES
from ..publication.regles import GENERIQUES
from ..renseignements import CONTENU
from .chapeautee import PageChapeautee
from .edition import EditionPage


class CampagnePage(PageChapeautee):
    """The permanent page of the Journée; its editions are its children."""

    introduction = RichTextField(_("introduction"), features=FONCTIONS_COURTES, blank=True)
    corps = StreamField(CorpsStreamBlock(), verbose_name=_("corps"), blank=True)

    parent_page_types = ["pages.AccueilPage"]
    subpage_types = ["pages.EditionPage"]
    max_count = 1
    show_in_menus_default = True
    page_description = _("La Journée, d’une année à l’autre; chaque édition est une page en dessous.")
    regles_de_publication = GENERIQUES

    content_panels = [*PageChapeautee.content_panels, FieldPanel("introduction"), FieldPanel("corps")]
    search_fields = [
        *PageChapeautee.search_fields,
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
