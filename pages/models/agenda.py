"""The agenda: what is to come, or an edition; one event; what calendars and other sites read."""

from typing import Any

from csp.constants import NONE
from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.clickjacking import xframe_options_exempt
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from medias.donnees import Carte

from ..evenements.calendrier import diffuser, diffuser_en_json, repondre
from ..evenements.filtres import choix_de
from ..evenements.liste import Liste
from ..publication.regles import GENERIQUES
from .chapeautee import PageChapeautee
from .evenement import Evenement

# Any site may show the list of a resource. Nothing else of ours, and nothing in it to be tricked into pressing.
CADRE_OUVERT = {"frame-ancestors": ["*"], "script-src": [NONE], "form-action": [NONE]}


class AgendaPage(RoutablePageMixin, PageChapeautee):
    """The events of the day, narrowed by the query; what the query cannot mean is ignored."""

    parent_page_types = ["pages.AccueilPage"]
    subpage_types: list[str] = []
    max_count = 1
    show_in_menus_default = True
    page_description = _("Les événements, par date, région et genre, avec leurs calendriers.")
    regles_de_publication = GENERIQUES
    personnes_par_defaut = 1

    donnees = Carte(autres="page_ptr confidentialite rectifie_le chapeau")

    class Meta:
        verbose_name = _("agenda")
        verbose_name_plural = _("agendas")

    @property
    def pour_s_abonner(self) -> str:
        """The address of its calendar, for a click that opens the calendar of a device."""
        return f"webcal://{self.base.partition('://')[2]}calendrier.ics"

    @property
    def base(self) -> str:
        """Its whole address, that of each event begins with it."""
        return str(self.full_url or self.url)

    @path("", name="index")  # type: ignore[untyped-decorator]  # Wagtail is untyped
    def liste(self, request: HttpRequest) -> HttpResponse:
        """Answer with the events that the query asks for."""
        return self._rendre(request, self.get_template(request), {"liste": self._liste(request)})

    @path("integration/", name="integration")  # type: ignore[untyped-decorator]  # idem
    @method_decorator([csp_replace(CADRE_OUVERT), xframe_options_exempt])
    def integration(self, request: HttpRequest) -> HttpResponse:
        """Answer with the same list, bare, for a frame in any other site."""
        contexte = {"liste": self._liste(request)}
        return self._rendre(request, "pages/evenements/integration.html", contexte)

    @path("calendrier.ics/", name="calendrier")  # type: ignore[untyped-decorator]  # Wagtail is untyped
    def calendrier(self, request: HttpRequest) -> HttpResponse:
        """Answer with the calendar of all, of a region, of a resource or of an edition."""
        return diffuser(request, choix_de(request.GET), titre=self.title, base=self.base)

    @path("evenements.json/", name="evenements_json")  # type: ignore[untyped-decorator]
    def evenements_json(self, request: HttpRequest) -> HttpResponse:
        """Answer with the same events as plain data, to anyone."""
        return diffuser_en_json(request, choix_de(request.GET), base=self.base)

    @path("<slug:slug>/", name="evenement")  # type: ignore[untyped-decorator]
    def evenement(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Show one event, cancelled or over as well."""
        evenement = self._trouver(slug)
        contexte = {"evenement": evenement, "adresse": f"{self.base}{evenement.slug}/"}
        return self._rendre(request, "pages/evenements/page.html", contexte)

    @path("<slug:slug>/evenement.ics/", name="evenement_ics")  # type: ignore[untyped-decorator]
    def evenement_ics(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Answer with one event, for a calendar."""
        evenement = self._trouver(slug)
        return repondre(request, [evenement], nom=evenement.titre, fichier=slug, base=self.base)

    @staticmethod
    def _liste(request: HttpRequest) -> Liste:
        return Liste(choix_de(request.GET), request.GET.get("page"))

    def _rendre(self, request: HttpRequest, gabarit: str, contexte: dict[str, Any]) -> HttpResponse:
        reponse: HttpResponse = self.render(request, template=gabarit, context_overrides=contexte)
        return reponse

    @staticmethod
    def _trouver(slug: str) -> Evenement:
        trouve = Evenement.objects.publies().select_related("ressource").filter(slug=slug).first()
        if trouve is None:
            raise Http404(_now("Cet événement n’est pas, ou n’est plus, dans l’agenda."))
        return trouve
