"""The newsroom: what was said to the press, year by year."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from medias.donnees import Carte

from ..etats import GenreCommunique
from ..flux import flux_des_communiques
from ..ouvertes import ouvertes
from ..publication.regles import GENERIQUES
from .chapeautee import PageChapeautee
from .communique import CommuniquePage


class SalleDePressePage(RoutablePageMixin, PageChapeautee):
    """The releases of a year; the latest year that has some, unless the query names another."""

    parent_page_types = ["pages.AccueilPage"]
    subpage_types = ["pages.CommuniquePage"]
    max_count = 1
    page_description = _("La salle de presse : les communiqués par année, et leur flux.")
    regles_de_publication = GENERIQUES
    personnes_par_defaut = 1

    donnees = Carte(autres="page_ptr confidentialite rectifie_le chapeau")

    class Meta:
        verbose_name = _("salle de presse")
        verbose_name_plural = _("salles de presse")

    def communiques(self) -> Any:
        """Its releases that its readers may read, the latest first."""
        publics = ouvertes(CommuniquePage.objects.child_of(self), depuis=self)
        return publics.order_by("-date", "-first_published_at", "-pk")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the years, the kinds, and the releases that the query asks for; what it cannot mean is ignored."""
        contexte: dict[str, Any] = super().get_context(request, *args, **kwargs)
        annees = [jour.year for jour in self.communiques().order_by().dates("date", "year", order="DESC")]
        demandee = request.GET.get("annee", "")
        annee = next((annee for annee in annees if str(annee) == demandee), annees[0] if annees else None)
        genre = next((g for g in GenreCommunique if g == request.GET.get("genre")), None)
        choisis = self.communiques().filter(date__year=annee) if annee else self.communiques().none()
        return contexte | {
            "annees": annees,
            "annee": annee,
            "genres": GenreCommunique.choices,
            "genre": genre,
            "communiques": choisis.filter(genre=genre) if genre else choisis,
        }

    @path("flux.xml/", name="flux")  # type: ignore[untyped-decorator]  # Wagtail is untyped
    def flux(self, request: HttpRequest) -> HttpResponse:
        """Answer with the feed of the latest releases."""
        return flux_des_communiques(request, self)
