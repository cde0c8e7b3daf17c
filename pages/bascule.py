"""The same page in the other language, for who reads and for search engines."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from .alentour import Alentour, alentour
from .langues import ETIQUETTES, langue_active
from .models.communique import CommuniquePage
from .models.communique_rangees import REGION, VarianteRegionale


class Manque(StrEnum):
    """What a language does not have of what the reader is at: nothing, the version for a region, the page."""

    RIEN = ""
    REGION = "region"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Version:
    """Where the reader goes for a language; to what is nearest, said so, when it does not have the same (`manque`)."""

    langue: str
    nom: str
    url: str
    site: str
    manque: Manque = Manque.RIEN
    est_ici: bool = False

    @property
    def adresse(self) -> str:
        """The whole address."""
        return self.site + self.url

    @property
    def etiquette(self) -> str:
        """As `lang` says it."""
        return ETIQUETTES[self.langue]

    @property
    def excuse(self) -> str:
        """Why the link leads elsewhere, in the language of who would follow it; empty when it does not."""
        with translation.override(self.langue):
            match self.manque:
                case Manque.REGION:
                    return _("à la version complète : il n’y en a pas pour cette région")
                case Manque.PAGE:
                    return _("à l’accueil : cette page n’est pas traduite")
        return ""


def versions(requete: HttpRequest, page: Any = None) -> list[Version]:
    """Return one version per language of the site, the reader's included.

    Args:
        requete: what is answered.
        page: the page that is shown, if any; what stands at a route below it has the same route below its twin.
    """
    page = page if isinstance(page, Page) and page.pk else None
    autour, site = alentour(requete, page), Site.find_for_request(requete)
    if autour is None or site is None or requete.resolver_match is None:  # an address that leads nowhere
        return []
    toutes = []
    for langue, nom in settings.LANGUAGES:
        est_ici = langue == langue_active()
        url, manque = (requete.path, Manque.RIEN) if est_ici else _ailleurs(requete, page, langue, autour)
        if url:
            toutes.append(Version(langue, nom, url, site.root_url, manque, est_ici))
    return toutes


def _ailleurs(requete: HttpRequest, page: Page | None, langue: str, autour: Alentour) -> tuple[str, Manque]:
    """Return where to go for another language, and what it does not have."""
    if page is None and requete.resolver_match and requete.resolver_match.url_name != "wagtail_serve":
        url = translate_url(requete.path, langue)
        return ("" if url == requete.path else url), Manque.RIEN  # the members' area has one address
    if page and (jumelle := autour.jumelles.get((page.translation_key, langue))):
        base, route = jumelle.get_url(requete) or "", _route(requete, page)
        return (base + route, Manque.RIEN) if _a_la_route(page, jumelle, route) else (base, Manque.REGION)
    accueil = autour.jumelles.get((autour.racine.translation_key, langue))
    return (accueil.get_url(requete) or "" if accueil else ""), Manque.PAGE


def _route(requete: HttpRequest, page: Page) -> str:
    """Return what the address says after that of the page itself."""
    base = page.get_url(requete) or ""
    return requete.path.removeprefix(base) if base and requete.path.startswith(base) else ""


def _a_la_route(page: Page, jumelle: Page, route: str) -> bool:
    """Whether a route of a page stands below its twin too: that of a region, only if the twin has its version."""
    if not isinstance(page, CommuniquePage) or not route.startswith(REGION):
        return True
    region = route.removeprefix(REGION).partition("/")[0]
    return VarianteRegionale.objects.filter(page=jumelle.pk, region=region).exists()
