"""Every kind of public screen of the demonstration, in each language it exists in."""

from collections.abc import Callable, Iterator
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import Page as Onglet
from playwright.sync_api import Route
from wagtail.models import Page

from pages.models import (
    AgendaPage,
    BoitePage,
    Evenement,
    MurPage,
    PlateformePage,
    RepertoirePage,
)
from reseau.models import Ressource
from temoignages.etats import Portee
from temoignages.models import Temoignage

LANGUES = [code for code, _nom in settings.LANGUAGES]
# Pages that the site writes without its database: shown here by the browser alone, at an address of their own.
PANNES = ("400", "500", "503", "panne")
# How the address of the page that says « not found » ends: the only one that answers 404 on purpose.
INTROUVABLE = "page-qui-n-existe-pas/"


def ecrans(langue: str) -> list[str]:
    """Return the address of every live page of a language, of each of its states, and of what is not a page."""
    pages = list(_pages(langue))
    with override(langue):
        return [*(page.url for page in pages), *(a for page in pages for a in _etats(page)), *_vues(), *_pannes(langue)]


def un_de_chaque(langue: str) -> list[str]:
    """Return one page of each type, and what is not a page."""
    pages = {type(page): page.url for page in _pages(langue)}
    with override(langue):
        return [*pages.values(), *_vues()]


def servir_les_pannes(onglet: Onglet) -> None:
    """Have the browser itself answer the addresses of failures: a journey refuses a server that fails."""

    def repondre(route: Route) -> None:
        code = route.request.url.rstrip("/").rsplit("/", 1)[-1]
        route.fulfill(body=render_to_string(f"{code}.html"), content_type="text/html; charset=utf-8")

    onglet.route("**/panne/*/", repondre)


def _pages(langue: str) -> Iterator[Page]:
    pages = Page.objects.live().public().filter(depth__gt=1, locale__language_code=langue).order_by("path")
    yield from pages.specific()


def _etats(page: Page) -> Iterator[str]:
    """Yield the other screens of a page: filtered, empty, far in the list, one of its parts."""
    for genre, suites in ETATS.items():
        if isinstance(page, genre):
            yield from (page.url + suite for suite in (suites(page) if callable(suites) else suites))


def _agenda(_page: Page) -> list[str]:
    publics = Evenement.objects.publies()
    evenements = [publics.filter(annule_le=None).latest("debut"), publics.exclude(annule_le=None).latest("debut")]
    listes = ["?edition=2026", "?region=01&commune=nulle-part", "integration/?edition=2026"]
    return [*listes, *(f"{evenement.slug}/" for evenement in evenements)]


def _repertoire(_page: Page) -> list[str]:
    return ["?region=05", "?q=zzzzz", *(f"{r.slug}/" for r in Ressource.objects.filter(active=True)[:2])]


def _plateforme(page: PlateformePage) -> list[str]:
    autres = PlateformePage.objects.live().filter(locale=page.locale_id).exclude(pk=page.pk)
    return [f"?comparer={annee}" for annee in autres.values_list("annee", flat=True)[:1]]


def _pannes(langue: str) -> list[str]:
    return [f"/panne/{code}/" for code in PANNES if langue == settings.LANGUAGE_CODE]


def _vues() -> list[str]:
    """Return what is not a page, in the language of the moment."""
    recherche = reverse("recherche")
    publies = Temoignage.objects.publies()
    paroles = [publies.filter(avertissement="").first(), publies.exclude(avertissement="").first()]
    paroles.append(publies.filter(pk__in=Temoignage.objects.autorises(Portee.RESEAUX).values("pk")).first())
    assert all(paroles)
    identifiants = dict.fromkeys(parole.pk for parole in paroles if parole)
    return [
        recherche,
        *(f"{recherche}?q={suite}" for suite in ("droit", "droit&sorte=page", "droti", "zzzzz", "suicide")),
        *(
            reverse(nom)
            for nom in ("vie_privee", "accessibilite", "fils", "temoignages:temoigner", "temoignages:suivi")
        ),
        *(reverse("temoignages:parole", args=[identifiant]) for identifiant in identifiants),
        f"{recherche.removesuffix('recherche/')}{INTROUVABLE}",
    ]


ETATS: dict[type[Page], list[str] | Callable[[Any], list[str]]] = {
    AgendaPage: _agenda,
    BoitePage: ["?genre=guide", "?genre=guide&public=membres", "?q=zzzzz"],
    MurPage: ["?page=3", "?region=05", "?page=999"],
    PlateformePage: _plateforme,
    RepertoirePage: _repertoire,
}
