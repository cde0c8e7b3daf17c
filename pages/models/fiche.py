"""A resource sheet: initiatives, definitions of terms, tools."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from medias.donnees import Carte

from ..blocs.definition import DefinitionBlock
from ..blocs.initiative import InitiativeBlock
from ..blocs.outil import OutilBlock
from ..blocs.texte import FONCTIONS
from ..plan_fiche import plan_de_la_fiche
from ..publication.page import PagePubliable
from ..publication.regles import GENERIQUES
from ..publication.regles.references import REFERENCES
from ..publication.sortie import Document
from ..renseignements import CONTENU
from ..sorties.page import Imprimable
from .savante import Savante

NOMS_DES_BLOCS = ("definition", "initiative", "outil", "reference")


class FichePage(Imprimable, Savante, PagePubliable):
    """What a team shares with others about one subject."""

    edition = models.PositiveSmallIntegerField(
        _("édition"), null=True, blank=True, help_text=_("L’année de la Journée qu’elle prépare, s’il y en a une.")
    )
    chapeau = models.TextField(_("chapeau"), max_length=300, blank=True)
    introduction = RichTextField(_("introduction"), features=FONCTIONS, blank=True)
    definitions = StreamField(
        [("definition", DefinitionBlock())],
        verbose_name=_("définitions"),
        blank=True,
        help_text=_("Plusieurs sources définissent le même terme : elles paraissent côte à côte."),
    )
    initiatives = StreamField(
        [("initiative", InitiativeBlock())], verbose_name=_("initiatives inspirantes"), blank=True
    )
    outils = StreamField([("outil", OutilBlock())], verbose_name=_("outils disponibles"), blank=True)

    donnees = Carte(
        CONTENU.dans("chapeau introduction definitions initiatives outils bibliographie"),
        autres="page_ptr confidentialite rectifie_le edition",
    )

    parent_page_types = ["pages.RayonPage"]
    subpage_types: list[str] = []
    page_description = _("Une fiche : des définitions, des initiatives inspirantes, des outils.")
    regles_de_publication = (*GENERIQUES, *REFERENCES)

    content_panels = [
        *PagePubliable.content_panels,
        FieldPanel("edition"),
        FieldPanel("chapeau"),
        FieldPanel("introduction"),
        FieldPanel("definitions"),
        FieldPanel("initiatives"),
        FieldPanel("outils"),
        Savante.panneau_bibliographie,
    ]
    search_fields = [
        *PagePubliable.search_fields,
        index.SearchField("chapeau"),
        index.SearchField("introduction"),
        index.SearchField("definitions"),
        index.SearchField("initiatives"),
        index.SearchField("outils"),
    ]

    class Meta:
        verbose_name = _("fiche")
        verbose_name_plural = _("fiches")

    @property
    def feuilles(self) -> list[str]:
        """The stylesheets of this page."""
        return ["css/pages/document.css", *(f"css/blocs/{nom}.css" for nom in NOMS_DES_BLOCS)]

    @property
    def tete_courante(self) -> str:
        """What each printed page repeats."""
        return str(self.title)

    def plan_de_sortie(self) -> Document:
        """Return its outline, for every output."""
        return plan_de_la_fiche(self)
