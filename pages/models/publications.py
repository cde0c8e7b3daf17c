"""The one door to every publication, whose own addresses stay at the root of the site."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from medias.donnees import Carte

from ..ouvertes import ouvertes
from ..publication.regles import GENERIQUES
from .capsules import CapsulesPage
from .oeuvre import OeuvrePage
from .page_chiffres import ChiffresPage
from .plan_strategique import PlanPage
from .plateforme import PlateformePage
from .rayon import RayonPage
from .rayonnage import Rayonnage
from .salle_de_presse import SalleDePressePage

# What it lists among its sisters, in this order.
SECTIONS: tuple[type[Page], ...] = (
    PlateformePage,
    PlanPage,
    RayonPage,
    SalleDePressePage,
    ChiffresPage,
    CapsulesPage,
    OeuvrePage,
)


class PublicationsPage(Rayonnage):
    """The publications and the lists that stand beside it, under the home page: nothing is to be chosen."""

    parent_page_types = ["pages.AccueilPage"]
    subpage_types: list[str] = []
    template = "pages/rayon_page.html"
    max_count = 1
    show_in_menus_default = True
    page_description = _("L’entrée de toutes les publications : plateformes, cahiers, fiches, communiqués, chiffres.")
    regles_de_publication = GENERIQUES

    donnees = Carte(autres="page_ptr confidentialite rectifie_le chapeau")

    class Meta:
        verbose_name = _("page des publications")
        verbose_name_plural = _("pages des publications")

    def publications(self) -> Any:
        """Return its public sisters by kind, the latest year of a kind first, then as the staff ordered them."""
        soeurs = ouvertes(Page.objects.sibling_of(self, inclusive=False).type(*SECTIONS)).specific()
        return sorted(soeurs, key=lambda soeur: (SECTIONS.index(type(soeur)), -getattr(soeur, "annee", 0), soeur.path))
