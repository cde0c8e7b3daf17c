"""The workbook of a meeting."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from medias.donnees import Carte

from ..blocs.annexe import AnnexeBlock
from ..blocs.section import SectionBlock
from ..blocs.texte import FONCTIONS
from ..plan_cahier import plan_du_cahier
from ..publication.page import PagePubliable
from ..publication.regles import GENERIQUES
from ..publication.regles.annexes import ANNEXES
from ..publication.regles.chiffres import CHIFFRES
from ..publication.regles.references import REFERENCES
from ..publication.sortie import Document
from ..renseignements import CONTENU
from ..sorties.page import Imprimable
from .savante import Savante

FEUILLES = ["css/pages/document.css", "css/pages/cahier.css", *(f"css/blocs/{nom}.css" for nom in (
    "section", "texte", "valeurs", "extrait", "mot", "definition", "question", "chiffre", "encadre", "image",
    "annexe", "reference",
))]  # fmt: skip


class CahierPage(Imprimable, Savante, PagePubliable):
    """Sections of parts and questions. What people answer never leaves their device."""

    edition = models.PositiveSmallIntegerField(
        _("édition"), null=True, blank=True, help_text=_("L’année de la Journée qu’il prépare, s’il y en a une.")
    )
    chapeau = models.TextField(_("chapeau"), max_length=300, blank=True)
    contexte = RichTextField(_("contexte"), features=FONCTIONS, blank=True, help_text=_("Pour qui, pour quand."))
    sections = StreamField([("section", SectionBlock())], verbose_name=_("sections"), blank=True)
    annexes = StreamField(
        [("annexe", AnnexeBlock())],
        verbose_name=_("annexes"),
        blank=True,
        help_text=_("Numérotées par leur place; le texte les appelle « annexe 2 »."),
    )

    donnees = Carte(
        CONTENU.dans("chapeau contexte sections annexes bibliographie"),
        autres="page_ptr confidentialite rectifie_le edition",
    )

    parent_page_types = ["pages.RayonPage"]
    subpage_types: list[str] = []
    page_description = _("Le cahier d’une rencontre : sections, questions, place pour répondre, annexes.")
    regles_de_publication = (*GENERIQUES, *REFERENCES, CHIFFRES, ANNEXES)

    content_panels = [
        *PagePubliable.content_panels,
        FieldPanel("edition"),
        FieldPanel("chapeau"),
        FieldPanel("contexte"),
        FieldPanel("sections"),
        FieldPanel("annexes"),
        Savante.panneau_bibliographie,
    ]
    search_fields = [
        *PagePubliable.search_fields,
        index.SearchField("chapeau"),
        index.SearchField("contexte"),
        index.SearchField("sections"),
    ]

    class Meta:
        verbose_name = _("cahier")
        verbose_name_plural = _("cahiers")

    @property
    def feuilles(self) -> list[str]:
        """The stylesheets of this page."""
        return FEUILLES

    @property
    def tete_courante(self) -> str:
        """What each printed page repeats."""
        return str(self.title)

    @property
    def sections_numerotees(self) -> list[tuple[int, Any]]:
        """Its sections, from 1."""
        return list(enumerate(self.sections, 1))

    @property
    def annexes_numerotees(self) -> list[tuple[int, Any]]:
        """Its annexes, from 1."""
        return list(enumerate(self.annexes, 1))

    @property
    def nombre_d_annexes(self) -> int:
        """How many annexes its words may call."""
        return len(self.annexes)

    def plan_de_sortie(self) -> Document:
        """Return its outline, for every output."""
        return plan_du_cahier(self)
