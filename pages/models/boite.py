"""The library: every public tool, narrowed by links, and the kits."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from medias.donnees import Carte

from ..boite.choix import choix_de
from ..boite.liste import Liste
from ..langues import dans_la_langue
from ..ouvertes import ouvertes
from ..publication.regles import GENERIQUES
from .chapeautee import PageChapeautee
from .trousse import TroussePage


class BoitePage(PageChapeautee):
    """The tools that the query asks for; what it cannot mean is ignored."""

    parent_page_types = ["pages.AccueilPage"]
    subpage_types = ["pages.TroussePage", "pages.OutilPage"]
    max_count = 1
    show_in_menus_default = True
    page_description = _("La boîte à outils : tous les outils à prendre, à trier et à chercher, et les trousses.")
    regles_de_publication = GENERIQUES
    personnes_par_defaut = 1

    donnees = Carte(autres="page_ptr confidentialite rectifie_le chapeau")

    class Meta:
        verbose_name = _("boîte à outils")
        verbose_name_plural = _("boîtes à outils")

    def trousses(self) -> list[Any]:
        """Return the open kits of the library, as the staff ordered them, each in the reader's language if it is."""
        francaises = ouvertes(TroussePage.objects.filter(locale__language_code=settings.LANGUAGE_CODE))
        return list(dans_la_langue(francaises.order_by("path"), TroussePage.objects.all()).values())

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what the query asks for, and the kits when it asks for nothing."""
        contexte: dict[str, Any] = super().get_context(request, *args, **kwargs)
        liste = Liste(choix_de(request.GET), request.GET.get("page"))
        return contexte | {"liste": liste, "trousses": self.trousses() if liste.choix.est_vide else []}
