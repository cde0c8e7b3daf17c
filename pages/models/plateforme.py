"""The platform of demands of a year."""

from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index
from wagtail.url_routing import RouteResult

from medias.donnees import Carte
from reseau.horloge import aujourdhui

from ..blocs.corps_savant import ChiffresStreamBlock, lire_ensemble
from ..blocs.texte import FONCTIONS, FONCTIONS_COURTES
from ..comparaison import Comparaison, comparer
from ..plan_plateforme import paragraphes_de, plan_de_la_plateforme
from ..publication.page import PagePubliable
from ..publication.regles import GENERIQUES
from ..publication.regles.chiffres import CHIFFRES
from ..publication.regles.references import REFERENCES, Suite
from ..publication.regles.sources import CHIFFRES_A_CITER
from ..publication.sortie import Document
from ..regles import DERNIERE_EDITION, PREMIERE_EDITION, edition_choisie
from ..renseignements import CONTENU
from ..sorties.page import Imprimable
from .revendication import RevendicationPage
from .savante import Savante

FEUILLES = ["css/pages/document.css", *(f"css/blocs/{nom}.css" for nom in (
    "texte", "chiffre", "extrait", "citation", "citation_nommee", "encadre", "image", "moyen", "reference"
))]  # fmt: skip


class PlateformePage(Imprimable, Savante, PagePubliable):
    """A year of demands, as one long page; each demand is also a page of its own, below."""

    route_propre = r"\d{1,2}/"  # what `route` answers at, beside its routes: read by what says that nothing is there

    annee = models.PositiveSmallIntegerField(
        _("année"), validators=[MinValueValidator(PREMIERE_EDITION), MaxValueValidator(DERNIERE_EDITION)]
    )
    chapeau = models.TextField(_("chapeau"), max_length=300, blank=True)
    introduction = RichTextField(_("introduction"), features=FONCTIONS, blank=True)
    enjeux = RichTextField(
        _("enjeux transversaux"), features=["h3", *FONCTIONS_COURTES], blank=True,
        help_text=_("Ce qui traverse toutes les revendications."),
    )  # fmt: skip
    chiffres = StreamField(ChiffresStreamBlock(), verbose_name=_("chiffres clés"), blank=True)
    remerciements = RichTextField(_("remerciements"), features=FONCTIONS_COURTES, blank=True)

    donnees = Carte(
        CONTENU.dans("chapeau introduction enjeux remerciements bibliographie"),
        autres="page_ptr confidentialite rectifie_le annee chiffres",
    )

    parent_page_types = ["pages.AccueilPage"]
    subpage_types = ["pages.RevendicationPage"]
    page_description = _("Les revendications d’une année; chacune est une page en dessous, numérotée par sa place.")
    regles_de_publication = (*GENERIQUES, *REFERENCES, CHIFFRES, CHIFFRES_A_CITER)
    propose_un_erratum = True

    content_panels = [
        *PagePubliable.content_panels,
        FieldPanel("annee"),
        FieldPanel("chapeau"),
        FieldPanel("introduction"),
        FieldPanel("enjeux"),
        FieldPanel("chiffres"),
        FieldPanel("remerciements"),
        Savante.panneau_bibliographie,
    ]
    search_fields = [
        *PagePubliable.search_fields,
        index.SearchField("chapeau"),
        index.SearchField("introduction"),
        index.SearchField("enjeux"),
        index.FilterField("annee"),
    ]

    class Meta:
        verbose_name = _("plateforme")
        verbose_name_plural = _("plateformes")

    def clean(self) -> None:
        """Check the platform: one a year, in a language."""
        super().clean()
        jumelles = PlateformePage.objects.filter(annee=self.annee, locale=self.locale_id).exclude(pk=self.pk)
        if self.annee and jumelles.filter(live=True).exists():
            raise ValidationError({"annee": _now("La plateforme %(annee)s existe déjà.") % {"annee": self.annee}})

    @property
    def feuilles(self) -> list[str]:
        """The stylesheets of this page."""
        return FEUILLES

    @property
    def tete_courante(self) -> str:
        """What each printed page repeats."""
        return f"{self.title} · {self.annee}"

    @cached_property
    def revendications(self) -> list[RevendicationPage]:
        """Its public demands, numbered by position, their bodies read together."""
        if not self.pk:
            return []
        pages = list(RevendicationPage.objects.child_of(self).live().order_by("path"))
        lire_ensemble(pages, "corps")
        for rang, page in enumerate(pages, 1):
            page.numero, page.plateforme = rang, self
        return pages

    @property
    def lues_avec(self) -> list[RevendicationPage]:
        """What is read on this very page: the time that it takes counts them."""
        return self.revendications

    @property
    def suites(self) -> list[Suite]:
        """What its gate of references reads beside it: each of its demands, as drafted and as public."""
        enfants = RevendicationPage.objects.child_of(self) if self.pk else RevendicationPage.objects.none()
        return [
            Suite(enfant.title, enfant.get_latest_revision_as_object(), enfant if enfant.live else None)
            for enfant in enfants
        ]

    @cached_property
    def autres_annees(self) -> list[int]:
        """The years that it can be compared with, the latest first."""
        publiques = PlateformePage.objects.live().filter(locale=self.locale_id).exclude(pk=self.pk)
        return list(publiques.exclude(annee=self.annee).order_by("-annee").values_list("annee", flat=True))

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Answer at `<n>/` too, for the demand that is there today; its own address does not move.

        Raises:
            Http404: there is no such demand.
        """
        if path_components and path_components[0].isdecimal() and len(path_components[0]) <= 2:  # noqa: PLR2004 - 99
            rang = int(path_components[0])
            if not self.live or not 1 <= rang <= len(self.revendications):
                raise Http404
            return self.revendications[rang - 1].route(request, path_components[1:])
        return super().route(request, path_components)

    def comparaisons(self, annee: int) -> list[Comparaison]:
        """Return what changed since the platform of a year.

        Raises:
            Http404: none of that year is public.
        """
        avant = PlateformePage.objects.live().filter(annee=annee, locale=self.locale_id).exclude(pk=self.pk).first()
        if avant is None:
            raise Http404
        return comparer(paragraphes_de(avant), paragraphes_de(self))

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """Return the page, or the view of what changed."""
        return "pages/plateforme_comparaison.html" if request.GET.get("comparer") else super().get_template(request)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what changed, when it is asked for."""
        contexte = super().get_context(request, *args, **kwargs)
        if demandee := request.GET.get("comparer"):
            annee = edition_choisie(demandee)
            contexte |= {"avant": annee, "comparaisons": self.comparaisons(annee or 0)}
        return contexte | {"aujourdhui": aujourdhui()}

    def plan_de_sortie(self) -> Document:
        """Return its outline, for every output."""
        return plan_de_la_plateforme(self)
