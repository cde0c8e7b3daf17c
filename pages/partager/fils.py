"""What can be followed from elsewhere: the feed of the newsroom, those of the podcasts, the calendar."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest
from django.utils.translation import gettext as _

from ..langues import ETIQUETTES, de_la_langue, langue_active
from ..models import AgendaPage, BaladoPage, SalleDePressePage
from ..ouvertes import ouvertes
from ..sous_etat import retenir

ATOM: Final = "application/atom+xml"
RSS: Final = "application/rss+xml"
CALENDRIER: Final = "text/calendar"


@dataclass(frozen=True, slots=True)
class Fil:
    """Something to follow. `type`: its media type, as `<link>` says it; `adresse` is whole; `langue`: of its words."""

    titre: str
    description: str
    adresse: str
    type: str
    langue: str


def fils(requete: HttpRequest) -> list[Fil]:
    """Return what anyone can follow today, in the reader's language where there is a choice."""
    return retenir(requete, (fils, requete.scheme, requete.get_host(), langue_active()), lambda: list(_fils(requete)))


def _fils(requete: HttpRequest) -> Iterator[Fil]:
    if salle := de_la_langue(SalleDePressePage):
        yield Fil(salle.title, _("Les derniers communiqués."), _sous(salle, requete, "flux.xml"), ATOM, _langue(salle))
    series: Any = ouvertes(BaladoPage.objects.select_related("locale")).order_by("path")
    for serie in series:
        dit = serie.chapeau or _("Les épisodes du balado.")
        yield Fil(serie.title, dit, _sous(serie, requete, "flux.xml"), RSS, _langue(serie))
    if agenda := de_la_langue(AgendaPage):
        dit = _("Les événements, dans votre calendrier. L’agenda en donne un par région et par ressource.")
        yield Fil(agenda.title, dit, _sous(agenda, requete, "calendrier.ics"), CALENDRIER, _langue(agenda))


def _langue(page: Any) -> str:
    return ETIQUETTES[page.locale.language_code]


def _sous(page: Any, requete: HttpRequest, nom: str) -> str:
    return requete.build_absolute_uri(f"{page.get_url(requete)}{nom}")
