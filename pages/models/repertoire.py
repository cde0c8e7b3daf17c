"""The directory: every member resource, by region and kind, and a page for each."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from medias.donnees import Carte
from reseau.models import AncienneAdresse, Ressource

from ..langues import de_la_langue
from ..publication.regles import GENERIQUES
from ..repertoire import Demande, Fiche, Liste
from .agenda import AgendaPage
from .chapeautee import PageChapeautee

DISPARUE = 410


class RepertoirePage(RoutablePageMixin, PageChapeautee):
    """The list of the resources; each has its page under it, at an address that never changes."""

    parent_page_types = ["pages.AccueilPage"]
    subpage_types: list[str] = []
    max_count = 1
    show_in_menus_default = True
    page_description = _("Les ressources membres par région et par genre, en liste et sur une carte.")
    regles_de_publication = GENERIQUES

    donnees = Carte(autres="page_ptr confidentialite rectifie_le chapeau")

    class Meta:
        verbose_name = _("répertoire")
        verbose_name_plural = _("répertoires")

    def adresse_de(self, ressource: Ressource, request: HttpRequest | None = None) -> str:
        """Return the address of the page of a resource."""
        return f"{self.get_url(request)}{self.reverse_subpage('ressource', kwargs={'slug': ressource.slug})}"

    @path("", name="index")  # type: ignore[untyped-decorator]  # Wagtail is untyped
    def liste(self, request: HttpRequest) -> HttpResponse:
        """Answer with the resources that the query asks for."""
        demande = Demande.de(request.GET)
        liste = Liste(demande, request.GET.get("page"))
        reponse: HttpResponse = self.render(request, context_overrides={"liste": liste, "demande": demande})
        return reponse

    @path("<slug:slug>/", name="ressource")  # type: ignore[untyped-decorator]  # Wagtail is untyped
    def ressource(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Answer with the page of a resource: 410 once it is no longer a member, elsewhere when it was a duplicate."""
        ressource = Ressource.objects.filter(slug=slug).prefetch_related("alias").first()
        if ressource is None:
            return self._rediriger(request, slug)
        adresse = request.build_absolute_uri(self.adresse_de(ressource, request))
        gabarit = "pages/repertoire_ressource.html" if ressource.active else "pages/repertoire_ancienne.html"
        agenda = de_la_langue(AgendaPage)
        contexte: dict[str, Any] = {"fiche": Fiche(ressource, adresse), "ressource": ressource, "agenda": agenda}
        reponse: HttpResponse = self.render(request, template=gabarit, context_overrides=contexte)
        reponse.status_code = 200 if ressource.active else DISPARUE
        return reponse

    def _rediriger(self, request: HttpRequest, slug: str) -> HttpResponse:
        ancienne = AncienneAdresse.objects.filter(slug=slug).select_related("ressource").first()
        if ancienne is None:
            raise Http404
        return redirect(self.adresse_de(ancienne.ressource, request), permanent=True)
