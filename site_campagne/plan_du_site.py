"""`/sitemap.xml`, one list per language, and `/robots.txt`: what is public today, and nothing that tells a withdrawal.

Testimonies are not listed one by one: the wall is. What shows some has no date, which would tell when one left.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from pages.langues import ETIQUETTES
from pages.models import (
    AgendaPage,
    CapsulePage,
    CommuniquePage,
    EpisodePage,
    Evenement,
    OutilPage,
    RepertoirePage,
    VarianteRegionale,
)
from pages.recherche.sources import pages_visibles
from reseau.models import Ressource

PAR_LISTE: Final = 5000
VUES: Final = ("temoignages:temoigner", "accessibilite", "vie_privee", "fils")
# Nothing on these ever comes from a testimony.
DATEES: Final = (CapsulePage, CommuniquePage, EpisodePage, OutilPage)
FERMES: Final = ("/admin/", "/espace/", "/partage/")


@dataclass(frozen=True, slots=True)
class Ligne:
    """An address of the site. `autres`: the same thing in each language, itself included, when there are several."""

    adresse: str
    autres: tuple[tuple[str, str], ...] = ()
    date: str = ""


@require_safe
@cache_control(no_cache=True)
def plans(requete: HttpRequest) -> HttpResponse:
    """Answer with the list of lists: one or several for each language."""
    racine = _racine()
    listes = [
        racine + reverse("plan", args=[langue, numero])
        for langue, _nom in settings.LANGUAGES
        for numero in range(1, max(1, -(-_Plan(langue, requete).total // PAR_LISTE)) + 1)
    ]
    return render(requete, "site_campagne/plans.xml", {"listes": listes}, content_type="application/xml")


@require_safe
@cache_control(no_cache=True)
def plan(requete: HttpRequest, langue: str, numero: int) -> HttpResponse:
    """Answer with a list of addresses in a language. As many queries for one as for five thousand."""
    if langue not in ETIQUETTES:
        raise Http404
    choisi = _Plan(langue, requete)
    debut = (numero - 1) * PAR_LISTE
    if numero < 1 or (debut >= choisi.total and numero > 1):
        raise Http404
    with translation.override(langue):
        lignes = choisi.lignes(debut, debut + PAR_LISTE)
    return render(requete, "site_campagne/plan.xml", {"lignes": lignes}, content_type="application/xml")


@require_safe
def robots(requete: HttpRequest) -> HttpResponse:
    """Answer with what robots need not ask for. It hides nothing: what is not public does not answer."""
    fermes = [*FERMES]
    for langue, _nom in settings.LANGUAGES:
        with translation.override(langue):
            fermes += [reverse("recherche"), reverse("temoignages:suivi")]
    contexte = {"fermes": fermes, "plans": _racine() + reverse("plans")}
    return render(requete, "site_campagne/robots.txt", contexte, content_type="text/plain; charset=utf-8")


class _Plan:
    """The addresses of a language, in an order that does not move: views, pages and regions, events, resources."""

    def __init__(self, langue: str, requete: HttpRequest) -> None:
        self.langue, self.requete = langue, requete
        self.racine = _racine()
        visibles: Any = pages_visibles()
        self.visibles = visibles
        self.pages = visibles.filter(locale__language_code=langue).order_by("path")
        self.regions = _regions(self.pages)
        uniques = visibles.type(AgendaPage, RepertoirePage).select_related("locale", "content_type")
        self.uniques: dict[tuple[Any, str], str] = {
            (page.specific_class, page.locale.language_code): page.get_url(requete) or "" for page in uniques
        }
        self.sources: list[tuple[int, Callable[[int, int], Iterable[Ligne]]]] = [
            (len(VUES), self._vues),
            (self.pages.count(), self._des_pages),
            (self.regions.count(), self._des_regions),
            (self._nombre(AgendaPage, Evenement.objects.publies()), self._des_evenements),
            (self._nombre(RepertoirePage, Ressource.objects.actives()), self._des_ressources),
        ]

    @property
    def total(self) -> int:
        """How many addresses."""
        return sum(nombre for nombre, _lire in self.sources)

    def lignes(self, debut: int, fin: int) -> list[Ligne]:
        """Return a slice of them."""
        lues: list[Ligne] = []
        for nombre, lire in self.sources:
            if debut < nombre and fin > 0:
                lues += lire(max(debut, 0), min(fin, nombre))
            debut, fin = debut - nombre, fin - nombre
        return lues

    def _nombre(self, genre: type[Page], choses: Any) -> int:
        return choses.count() if (genre, self.langue) in self.uniques else 0

    def _vues(self, debut: int, fin: int) -> Iterable[Ligne]:
        for nom in VUES[debut:fin]:
            yield self._ligne({langue: _dans(langue, nom) for langue in ETIQUETTES})

    def _des_pages(self, debut: int, fin: int) -> Iterable[Ligne]:
        lues = list(self.pages.select_related("locale", "content_type")[debut:fin])
        # Between the two ends of the slice rather than by five thousand keys.
        siennes = self.pages.filter(path__gte=lues[0].path, path__lte=lues[-1].path) if lues else self.pages.none()
        cles = self.visibles.filter(translation_key__in=siennes.order_by().values("translation_key"))
        jumelles: dict[Any, dict[str, str]] = {}
        for page in cles.exclude(locale__language_code=self.langue).select_related("locale"):
            jumelles.setdefault(page.translation_key, {})[page.locale.language_code] = page.get_url(self.requete) or ""
        for page in lues:
            adresses = {self.langue: page.get_url(self.requete) or "", **jumelles.get(page.translation_key, {})}
            yield self._ligne(adresses, _jour(page))

    def _des_regions(self, debut: int, fin: int) -> Iterable[Ligne]:
        """Yield the regional versions of the public releases; each is the twin of the one of its own region."""
        jumelles: dict[Any, dict[str, str]] = {}
        for rangee in _regions(self.visibles.exclude(locale__language_code=self.langue)):
            connues = jumelles.setdefault((rangee.page.translation_key, rangee.region), {})
            connues[rangee.page.locale.language_code] = self._adresse_de(rangee)
        for rangee in self.regions[debut:fin]:
            adresses = {self.langue: self._adresse_de(rangee)}
            adresses |= jumelles.get((rangee.page.translation_key, rangee.region), {})
            yield self._ligne(adresses, _jour(rangee.page))

    def _adresse_de(self, rangee: VarianteRegionale) -> str:
        return f"{rangee.page.get_url(self.requete) or ''}{rangee.route}"

    def _des_evenements(self, debut: int, fin: int) -> Iterable[Ligne]:
        return self._sous(AgendaPage, Evenement.objects.publies(), debut, fin)

    def _des_ressources(self, debut: int, fin: int) -> Iterable[Ligne]:
        return self._sous(RepertoirePage, Ressource.objects.actives(), debut, fin)

    def _sous(self, genre: type[Page], choses: Any, debut: int, fin: int) -> Iterable[Ligne]:
        bases = {langue: self.uniques[genre, langue] for langue in ETIQUETTES if (genre, langue) in self.uniques}
        for slug in choses.order_by("pk").values_list("slug", flat=True)[debut:fin]:
            yield self._ligne({langue: f"{base}{slug}/" for langue, base in bases.items()})

    def _ligne(self, adresses: dict[str, str], date: str = "") -> Ligne:
        entieres = {langue: self._entiere(adresse) for langue, adresse in adresses.items()}
        autres = tuple((ETIQUETTES[langue], adresse) for langue, adresse in sorted(entieres.items()))
        return Ligne(entieres[self.langue], autres if len(autres) > 1 else (), date)

    def _entiere(self, adresse: str) -> str:
        return adresse if adresse.startswith("http") else self.racine + adresse


def _regions(pages: Any) -> Any:
    """Return the regional versions of pages, with what says where they are, and no more."""
    lues = VarianteRegionale.objects.filter(page__in=pages.order_by().values("pk")).select_related("page__locale")
    ou = ("path", "url_path", "translation_key", "content_type", "last_published_at", "locale__language_code")
    return lues.only("region", "page", *(f"page__{nom}" for nom in ou)).order_by("page__path", "region", "pk")


def _jour(page: Page) -> str:
    """Return when a page was last published; nothing of one that may show a testimony."""
    est_datee = issubclass(page.specific_class or Page, DATEES) and page.last_published_at
    return page.last_published_at.date().isoformat() if est_datee else ""


def _racine() -> str:
    site = Site.objects.filter(is_default_site=True).first()
    return site.root_url if site else settings.WAGTAILADMIN_BASE_URL


def _dans(langue: str, nom: str) -> str:
    with translation.override(langue):
        return reverse(nom)
