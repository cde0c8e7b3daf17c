"""The image of what the site shows: which words stand on it, for a page, an event, a resource."""

from collections.abc import Callable
from typing import Any, Final

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from reseau.models import Ressource
from reseau.presentation import en_lieu
from reseau.typographie import typographier

from ..etats import FILS, Palette
from ..models import (
    AccueilPage,
    CapsulePage,
    CommuniquePage,
    EditionPage,
    EpisodePage,
    Evenement,
    OutilPage,
    RevendicationPage,
)
from .cartes import CarteDePage
from .paroles import nom_du_site

# What is said above a title, when the title alone does not say what kind of page it is.
_MENTIONS: Final[dict[type, Callable[[Any], str]]] = {
    EditionPage: lambda page: page.date_courte,
    CommuniquePage: lambda page: f"{page.get_genre_display()} · {page.date_courte}",
    OutilPage: lambda page: str(page.get_genre_display()),
    CapsulePage: lambda _page: _("Vidéo"),
    EpisodePage: lambda _page: _("Épisode de balado"),
    RevendicationPage: lambda page: _("Revendication %(numero)s") % {"numero": page.numero},
}


def carte_du_site() -> CarteDePage:
    """Return the image of what has none of its own: the name of the Journée."""
    return CarteDePage(nom_du_site(), "", nom_du_site())


def carte_de_page(page: Any) -> CarteDePage:
    """Return the image of a page, read as its own type."""
    if isinstance(page, AccueilPage):
        return carte_du_site()
    dire = _MENTIONS.get(type(page))
    palette = getattr(page, "palette", Palette.HABITUELLE)
    fils = FILS.get(palette, FILS[Palette.HABITUELLE])
    return CarteDePage(typographier(page.title), typographier(dire(page)) if dire else "", nom_du_site(), fils)


def carte_d_evenement(evenement: Evenement) -> CarteDePage:
    """Return the image of an event: what, and when."""
    quand = _("Annulé") if evenement.est_annule else evenement.moment
    return CarteDePage(typographier(evenement.titre), typographier(quand), nom_du_site())


def carte_de_ressource(ressource: Ressource) -> CarteDePage:
    """Return the image of a member resource: its name, its kind, its region."""
    region = ressource.region_objet
    mention = capfirst(str(ressource.get_genre_display()))
    return CarteDePage(ressource.nom, f"{mention}, {en_lieu(region)}" if region else mention, nom_du_site())
