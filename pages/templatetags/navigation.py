"""Where the visitor is and may go: menu, foot of the page, breadcrumb. Works on any view, page or not."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.db.models import F, Q
from django.http import HttpRequest
from django.template import Context
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from ..models.agenda import AgendaPage
from ..models.contenu import ContenuPage
from ..models.publications import SECTIONS, PublicationsPage
from ..models.repertoire import RepertoirePage

register = template.Library()


@dataclass(frozen=True, slots=True)
class Entree:
    """A link of a menu. `courante`: the visitor is there, or below."""

    titre: str
    url: str
    courante: bool


@register.simple_tag(takes_context=True)
def menu_principal(context: Context) -> list[Entree]:
    """Return the published children of the home page that are in menus."""
    racine, requete = _racine(context)
    if racine is None:
        return []
    profondeur = racine.depth + 1
    pages = [page for page in _pages(racine, requete) if page.show_in_menus and page.depth == profondeur]
    return [_entree(page, requete, ici=bool(page.rassemble) and _au_rayon(context, racine)) for page in pages]


@register.simple_tag(takes_context=True)
def menu_pied(context: Context) -> list[Entree]:
    """Return the content pages that the staff puts at the foot, and the way to withdraw a text."""
    racine, requete = _racine(context)
    pages = [page for page in _pages(racine, requete) if page.est_au_pied] if racine else []
    suivi = reverse("temoignages:suivi")
    retrait = Entree(_("Retirer un texte"), suivi, courante=requete is not None and requete.path == suivi)
    return [*(_entree(page, requete) for page in pages), retrait]


@register.simple_tag(takes_context=True)
def ancetres(context: Context, page: Page) -> list[tuple[str, str]]:
    """Return the breadcrumb of `page`, itself included, as (title, address); the home page is « Accueil ».

    A publication stands at the root of the site, and is found under the page of all publications.
    """
    racine, requete = _racine(context)
    lignee = _lignee(page, racine, requete) if racine else []
    if racine is None or not lignee:
        return []
    entree = [p for p in _pages(racine, requete) if p.rassemble] if _est_section(lignee[0]) else []
    milieu = [(ancetre.title, ancetre.get_url(requete) or "") for ancetre in [*entree, *lignee[:-1]]]
    return [(_("Accueil"), racine.get_url(requete) or "/"), *milieu, (page.title, "")]


@register.simple_tag(takes_context=True)
def ancetres_d_une_route(context: Context, page: Page, titre: str) -> list[tuple[str, str]]:
    """Return the breadcrumb of what a page shows under its own address, called `titre`; the page comes before it."""
    *avant, _page = ancetres(context, page) or [("", "")]
    requete: Any = context.get("request")
    return [*avant, (page.title, page.get_url(requete) or ""), (titre, "")]


def pages_connues(context: Context) -> list[Any]:
    """Return the public pages that are found from every other: menus, foot, publications, agenda, directory."""
    racine, requete = _racine(context)
    return _pages(racine, requete) if racine else []


def _racine(context: Context) -> tuple[Page | None, HttpRequest | None]:
    requete: Any = context.get("request")
    site = Site.find_for_request(requete) if requete is not None else None
    return (site.root_page if site else None), requete


def _pages(racine: Page, requete: Any) -> list[Any]:
    """Read the pages of both menus, and the one of all publications, in one query a request."""
    if not hasattr(requete, "_pages_des_menus"):
        au_menu = Q(depth=racine.depth + 1, show_in_menus=True)
        # By keys rather than by joins: what is read does not grow with the pages of the site.
        choisies = au_menu | Q(pk__in=ContenuPage.objects.filter(au_pied=True).values("pk"))
        for unique in (PublicationsPage, AgendaPage, RepertoirePage):
            choisies |= Q(pk__in=unique.objects.values("pk"))
        pages = Page.objects.descendant_of(racine).live().filter(choisies)
        pages = pages.annotate(est_au_pied=F("contenupage__au_pied"), rassemble=F("publicationspage"))
        requete._pages_des_menus = list(pages.order_by("path"))
    return list(requete._pages_des_menus)


def _entree(page: Page, requete: HttpRequest | None, *, ici: bool = False) -> Entree:
    url = page.get_url(requete) or ""
    return Entree(page.title, url, courante=ici or bool(url and requete and requete.path.startswith(url)))


def _au_rayon(context: Context, racine: Page) -> bool:
    """Say whether the page that is shown is a publication, or below one."""
    lignee = _lignee(context.get("page"), racine, context.get("request"))
    return bool(lignee) and _est_section(lignee[0])


def _est_section(page: Page) -> bool:
    return page.specific_class in SECTIONS


def _lignee(page: Any, racine: Page, requete: Any) -> list[Page]:
    """Return the pages from below the home page down to `page`, in one query a request; none for what is no page."""
    if not isinstance(page, Page) or page.depth is None or page.depth <= racine.depth:
        return []
    if page.depth == racine.depth + 1:
        return [page]
    lues = requete.__dict__.setdefault("_lignees", {})
    if page.path not in lues:
        # A page may be public under one that is not, or is no longer: its title is not to be read.
        lues[page.path] = list(page.get_ancestors().descendant_of(racine).live().order_by("path"))
    return [*lues[page.path], page]
