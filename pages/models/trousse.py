"""A kit: tools that go together, in an order."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.search import index

from medias.donnees import Carte

from ..blocs.texte import FONCTIONS
from ..boite.fichiers import sans_retenus
from ..boite.qr import repondre_en_qr
from ..boite.sorties import donner_la_trousse
from ..langues import dans_la_langue
from ..publication.page import PagePubliable
from ..publication.regles import GENERIQUES
from ..publication.regles.outil import TROUSSE
from ..renseignements import CONTENU
from .outil import OutilPage


class TroussePage(RoutablePageMixin, PagePubliable):
    """An introduction, and tools of the library: each keeps its own page, and may be in several kits."""

    chapeau = models.TextField(_("chapeau"), max_length=300, blank=True, help_text=_("Une ou deux phrases."))
    introduction = RichTextField(_("introduction"), features=FONCTIONS, blank=True)

    parent_page_types = ["pages.BoitePage"]
    subpage_types: list[str] = []
    page_description = _("Une trousse : des outils de la boîte qui vont ensemble, dans l’ordre, à prendre d’un coup.")
    regles_de_publication = (*GENERIQUES, TROUSSE)

    content_panels = [
        *PagePubliable.content_panels,
        FieldPanel("chapeau"),
        FieldPanel("introduction"),
        InlinePanel("choisis", label=_("outil"), heading=_("Outils, dans l’ordre")),
    ]
    search_fields = [*PagePubliable.search_fields, index.SearchField("chapeau"), index.SearchField("introduction")]

    donnees = Carte(CONTENU.dans("chapeau introduction"), autres="page_ptr confidentialite rectifie_le")

    class Meta:
        verbose_name = _("trousse")
        verbose_name_plural = _("trousses")

    @property
    def outils(self) -> list[Any]:
        """Its tools that are public, in its order, each in the reader's language if it is public in it."""
        outils = self._en_ordre(OutilPage.en_cartes().filter(pk__in=self._rangs))
        return sans_retenus(dans_la_langue(outils, OutilPage.en_cartes()).values())

    @property
    def _rangs(self) -> dict[int, int]:
        return {choisi.outil_id: rang for rang, choisi in enumerate(self.choisis.all())}

    def _en_ordre(self, outils: Iterable[Any]) -> list[Any]:
        rangs = self._rangs
        return sorted(outils, key=lambda outil: rangs[outil.pk])

    def get_route_paths(self) -> list[str]:
        """Return what a redirect must follow when its address changes: what is printed leads there."""
        return ["/", "/trousse.zip/"]

    @path("trousse.zip/", name="trousse")  # type: ignore[untyped-decorator]  # Wagtail is untyped
    def trousse(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with all the documents of its tools, as one file."""
        outils = self._en_ordre(OutilPage.a_montrer(pk__in=self._rangs))
        return donner_la_trousse(request, self, dans_la_langue(outils, OutilPage.objects.all()).values())

    @path("qr.svg/", name="qr")  # type: ignore[untyped-decorator]  # idem
    def qr(self, request: HttpRequest) -> HttpResponse:
        """Answer with its address, drawn for paper."""
        return repondre_en_qr(self)


class OutilDeTrousse(Orderable):
    """A tool in a kit."""

    page = ParentalKey(TroussePage, on_delete=models.CASCADE, related_name="choisis")
    outil = models.ForeignKey(OutilPage, models.CASCADE, related_name="dans", verbose_name=_("outil"))

    panels = [PageChooserPanel("outil")]

    donnees = Carte(autres="id sort_order page outil")

    class Meta(Orderable.Meta):
        verbose_name = _("outil d’une trousse")
        verbose_name_plural = _("outils d’une trousse")

    def __str__(self) -> str:
        return str(self.outil)
