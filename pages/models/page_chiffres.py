"""The page of key figures."""

from functools import cached_property
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from medias.donnees import Carte

from ..blocs.corps_savant import ChiffresStreamBlock
from ..plan_chiffres import plan_des_chiffres
from ..publication.page import PagePubliable
from ..publication.regles import GENERIQUES
from ..publication.regles.chiffres import CHIFFRES
from ..publication.sortie import Document
from ..sorties.page import Imprimable


class ChiffresPage(Imprimable, PagePubliable):
    """What the federation counts, with the values that someone approved here: never those that were only entered."""

    chapeau = models.TextField(_("chapeau"), max_length=300, blank=True)
    chiffres = StreamField(
        ChiffresStreamBlock(),
        verbose_name=_("chiffres"),
        blank=True,
        help_text=_("Plusieurs dates d’un même chiffre se rassemblent d’elles-mêmes."),
    )

    donnees = Carte(autres="page_ptr confidentialite rectifie_le chapeau chiffres")

    parent_page_types = ["pages.AccueilPage"]
    subpage_types: list[str] = []
    max_count = 1
    page_description = _("Les chiffres clés : ce qui est compté, à quelle date, selon qui.")
    regles_de_publication = (*GENERIQUES, CHIFFRES)
    propose_un_erratum = True

    content_panels = [*PagePubliable.content_panels, FieldPanel("chapeau"), FieldPanel("chiffres")]
    search_fields = [*PagePubliable.search_fields, index.SearchField("chapeau"), index.SearchField("chiffres")]

    class Meta:
        verbose_name = _("page des chiffres")
        verbose_name_plural = _("pages des chiffres")

    @property
    def feuilles(self) -> list[str]:
        """The stylesheets of this page."""
        return ["css/pages/document.css", "css/blocs/chiffre.css"]

    @cached_property
    def series(self) -> list[tuple[Any, list[Any]]]:
        """Each series that is quoted, in the editor's order, with its values, the latest first."""
        groupes: dict[int, tuple[Any, list[Any]]] = {}
        for bloc in self.chiffres:
            if valeur := bloc.value["valeur"]:
                groupes.setdefault(valeur.serie_id, (valeur.serie, []))[1].append(bloc.value)
        return [
            (serie, sorted(valeurs, key=lambda v: v["valeur"].date, reverse=True))
            for serie, valeurs in groupes.values()
        ]

    def plan_de_sortie(self) -> Document:
        """Return its outline, for every output."""
        return plan_des_chiffres(self)
