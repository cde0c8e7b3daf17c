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
    return [_entree(page, requete) for page in pages]


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
    """Return the breadcrumb of `page`, itself included, as (title, address); the home page is « Accueil »."""
    racine, requete = _racine(context)
    if racine is None or page.depth is None:
        return []
    milieu: list[tuple[str, str]] = []
    if page.depth > racine.depth + 1:
        lignee = page.get_ancestors().descendant_of(racine).order_by("path")
        milieu = [(ancetre.title, ancetre.get_url(requete) or "") for ancetre in lignee]
    return [(_("Accueil"), racine.get_url(requete) or "/"), *milieu, (page.title, "")]


def _racine(context: Context) -> tuple[Page | None, HttpRequest | None]:
    requete: Any = context.get("request")
    site = Site.find_for_request(requete) if requete is not None else None
    return (site.root_page if site else None), requete


def _pages(racine: Page, requete: Any) -> list[Any]:
    """Read the pages of both menus, in one query a request."""
    if not hasattr(requete, "_pages_des_menus"):
        au_menu = Q(depth=racine.depth + 1, show_in_menus=True)
        pages = Page.objects.descendant_of(racine).live().filter(au_menu | Q(contenupage__au_pied=True))
        requete._pages_des_menus = list(pages.annotate(est_au_pied=F("contenupage__au_pied")).order_by("path"))
    return list(requete._pages_des_menus)


def _entree(page: Page, requete: HttpRequest | None) -> Entree:
    url = page.get_url(requete) or ""
    return Entree(page.title, url, courante=bool(url) and requete is not None and requete.path.startswith(url))
