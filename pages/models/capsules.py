"""The lists of capsules: all of them, and those of a series."""

from typing import Any

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from medias.donnees import IMAGE, Carte

from ..capsules import compter, vignettes
from ..ouvertes import ouvertes
from ..publication.regles import GENERIQUES
from .capsule import CapsulePage
from .chapeautee import PageChapeautee

PAR_PAGE = 24


class ListeDeCapsules(PageChapeautee):
    """What both lists have in common: a standfirst, and the capsules that may be shown, page after page."""

    personnes_par_defaut = 1
    feuilles = ("css/pages/capsules.css",)

    class Meta:
        abstract = True

    def capsules(self) -> Any:
        """Return the capsules that it lists, in order."""
        raise NotImplementedError

    def tranche(self, capsules: Any, request: HttpRequest) -> Any:
        """Return the part of a list that the query asks for; what it cannot mean gives the first or the last."""
        return Paginator(capsules.avec_affiches(), PAR_PAGE).get_page(request.GET.get("page"))


class CapsulesPage(ListeDeCapsules):
    """The series, then every capsule, the latest first, or those of an edition."""

    parent_page_types = ["pages.AccueilPage"]
    subpage_types = ["pages.SerieCapsulesPage", "pages.CapsulePage"]
    max_count = 1
    page_description = _("Les capsules vidéo, par série, les plus récentes d’abord.")
    regles_de_publication = GENERIQUES

    donnees = Carte(autres="page_ptr confidentialite rectifie_le chapeau")

    class Meta:
        verbose_name = _("page des capsules")
        verbose_name_plural = _("pages des capsules")

    def capsules(self) -> Any:
        """Return those that stand under it, in a series or not, the latest first."""
        dessous = ouvertes(CapsulePage.objects.descendant_of(self).montrables(), depuis=self)
        return dessous.order_by(models.F("first_published_at").desc(nulls_last=True), "-pk")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the series, the editions, and the capsules that the query asks for; what it cannot mean is ignored."""
        contexte: dict[str, Any] = super().get_context(request, *args, **kwargs)
        toutes = self.capsules()
        siennes = ouvertes(SerieCapsulesPage.objects.child_of(self), depuis=self)
        series = list(siennes.prefetch_related("affiche__renditions"))
        annees = list(toutes.exclude(edition=None).order_by("-edition").values_list("edition", flat=True).distinct())
        annee = next((annee for annee in annees if str(annee) == request.GET.get("edition")), None)
        tranche = self.tranche(toutes.filter(edition=annee) if annee else toutes, request)
        return contexte | {
            "series": compter(series, toutes),
            "annees": annees,
            "annee": annee,
            "base": f"?edition={annee}&" if annee else "?",
            "tranche": tranche,
            "vignettes": vignettes(tranche, series),
        }


class SerieCapsulesPage(ListeDeCapsules):
    """A series: its capsules, in the order that the staff gave them."""

    affiche: Any = models.ForeignKey(
        "medias.ImageCampagne",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("affiche"),
        help_text=_("L’image de la série, dans la page des capsules."),
    )

    parent_page_types = ["pages.CapsulesPage"]
    subpage_types = ["pages.CapsulePage"]
    page_description = _("Une série de capsules vidéo : son titre, son affiche, ses capsules dans l’ordre.")
    regles_de_publication = GENERIQUES

    content_panels = [*ListeDeCapsules.content_panels, FieldPanel("affiche")]

    donnees = Carte(IMAGE.dans("affiche"), autres="page_ptr confidentialite rectifie_le chapeau")

    class Meta:
        verbose_name = _("série de capsules")
        verbose_name_plural = _("séries de capsules")

    def capsules(self) -> Any:
        """Return those that stand under it, as the staff ordered them."""
        return CapsulePage.objects.child_of(self).montrables().order_by("path")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add its capsules."""
        contexte: dict[str, Any] = super().get_context(request, *args, **kwargs)
        tranche = self.tranche(self.capsules(), request)
        return contexte | {"tranche": tranche, "vignettes": vignettes(tranche)}
