"""One demand of a platform, and its means."""

import uuid
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.blocks.stream_block import StreamValue
from wagtail.fields import StreamField
from wagtail.search import index

from medias.donnees import Carte

from ..blocs.corps_savant import CorpsSavantStreamBlock
from ..blocs.moyen import MoyenBlock
from ..plan_plateforme import plan_de_la_revendication
from ..publication.page import PagePubliable
from ..publication.regles import GENERIQUES
from ..publication.regles.chiffres import CHIFFRES
from ..publication.regles.noms import PERSONNES_NOMMEES
from ..publication.regles.references import REFERENCES
from ..publication.regles.sources import CHIFFRES_A_CITER
from ..publication.sortie import Document
from ..references.apparat import Apparat
from ..references.entrees import Entree
from ..renseignements import CONTENU
from ..sorties.page import Imprimable

if TYPE_CHECKING:
    from .plateforme import PlateformePage


@dataclass(frozen=True, slots=True)
class MoyenNumerote:
    """A means at its place: « 2.1 », an anchor that does not move with it."""

    numero: str
    ancre: str
    bloc: StreamValue.StreamChild


class RevendicationPage(Imprimable, PagePubliable):
    """Its number is its place among its public sisters. It cites the bibliography of its platform."""

    resume = models.TextField(
        _("résumé"), max_length=400, blank=True, help_text=_("Deux phrases : ce qu’on demande, et pourquoi.")
    )
    corps = StreamField(CorpsSavantStreamBlock(), verbose_name=_("corps"), blank=True)
    moyens = StreamField(
        [("moyen", MoyenBlock())],
        verbose_name=_("moyens"),
        blank=True,
        help_text=_("Numérotés par leur place : 1.1, 1.2…"),
    )

    # Copied with the page from one platform to the next: what makes it the same demand under another title.
    lignee = models.UUIDField(default=uuid.uuid4, editable=False)

    donnees = Carte(CONTENU.dans("resume corps moyens"), autres="page_ptr confidentialite rectifie_le lignee")

    parent_page_types = ["pages.PlateformePage"]
    subpage_types: list[str] = []
    page_description = _("Une revendication, ses moyens, et où chacun en est.")
    regles_de_publication = (*GENERIQUES, *REFERENCES, CHIFFRES, CHIFFRES_A_CITER, PERSONNES_NOMMEES)
    propose_un_erratum = True

    content_panels = [
        *PagePubliable.content_panels,
        FieldPanel("resume"),
        FieldPanel("corps"),
        FieldPanel("moyens"),
    ]
    search_fields = [
        *PagePubliable.search_fields,
        index.SearchField("resume"),
        index.SearchField("corps"),
        index.SearchField("moyens"),
    ]

    class Meta:
        verbose_name = _("revendication")
        verbose_name_plural = _("revendications")

    @cached_property
    def plateforme(self) -> "PlateformePage | None":
        """The platform that it belongs to."""
        parent = self.get_parent() if self.path else None
        return parent.specific if parent else None

    @cached_property
    def numero(self) -> int:
        """Its place, from 1, among its public sisters; a draft counts itself."""
        if not self.path:
            return 1
        devant = RevendicationPage.objects.sibling_of(self, inclusive=False).live().filter(path__lt=self.path)
        return int(devant.count()) + 1

    @property
    def ancre(self) -> str:
        """Where the long page shows it."""
        return f"revendication-{self.slug}"

    @property
    def moyens_numerotes(self) -> list[MoyenNumerote]:
        """Its means, with their numbers and their anchors."""
        return [
            MoyenNumerote(f"{self.numero}.{rang}", f"moyen-{str(bloc.id)[:8]}", bloc)
            for rang, bloc in enumerate(self.moyens, 1)
        ]

    @property
    def entrees(self) -> list[Entree]:
        """The sources that its words may cite: those of its platform, as it is public, or else as drafted."""
        plateforme = self.plateforme
        if plateforme is None:
            return []
        return (plateforme if plateforme.live else plateforme.get_latest_revision_as_object()).entrees

    @property
    def feuilles(self) -> list[str]:
        """The stylesheets of this page."""
        from .plateforme import FEUILLES  # noqa: PLC0415 - the platform imports its demands

        return FEUILLES

    @property
    def tete_courante(self) -> str:
        """What each printed page repeats."""
        titre = _now("Revendication %(numero)s") % {"numero": self.numero}
        return f"{self.plateforme.tete_courante} · {titre}" if self.plateforme else titre

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the apparatus of one rendering."""
        contexte: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return contexte | {"apparat": Apparat(self.entrees)}

    def with_content_json(self, content: Any) -> Any:
        """Return the demand as a revision has it; its line is that of the row, even for a revision written before."""
        objet = super().with_content_json(content)
        objet.lignee = self.lignee
        return objet

    def plan_de_sortie(self) -> Document:
        """Return its outline, for every output."""
        return plan_de_la_revendication(self)
