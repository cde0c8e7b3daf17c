"""Where the visitor is and may go: menu, foot of the page, breadcrumb. Works on any view, page or not."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from ..alentour import Alentour, alentour
from ..models.publications import SECTIONS
from ..sous_etat import choses_de, retenir

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
    autour, requete = _alentour(context)
    if autour is None:
        return []
    profondeur = autour.racine.depth + 1
    pages = [page for page in autour.connues if page.show_in_menus and page.depth == profondeur]
    return [_entree(page, requete, ici=bool(page.rassemble) and _au_rayon(context, autour.racine)) for page in pages]


@register.simple_tag(takes_context=True)
def menu_pied(context: Context) -> list[Entree]:
    """Return the content pages that the staff puts at the foot, and the way to withdraw a text."""
    autour, requete = _alentour(context)
    pages = [page for page in autour.connues if page.est_au_pied] if autour else []
    suivi = reverse("temoignages:suivi")
    retrait = Entree(_("Retirer un texte"), suivi, courante=requete is not None and requete.path == suivi)
    return [*(_entree(page, requete) for page in pages), retrait]


@register.simple_tag(takes_context=True)
def ancetres(context: Context, page: Page) -> list[tuple[str, str]]:
    """Return the breadcrumb of `page`, itself included, as (title, address); the home page is « Accueil ».

    A publication stands at the root of the site, and is found under the page of all publications.
    """
    autour, requete = _alentour(context)
    lignee = _lignee(page, autour.racine, requete) if autour else []
    if autour is None or not lignee:
        return []
    entree = [p for p in autour.connues if p.rassemble] if _est_section(lignee[0]) else []
    milieu = [(ancetre.title, adresse_de(ancetre, requete)) for ancetre in [*entree, *lignee[:-1]]]
    return [(_("Accueil"), adresse_de(autour.racine, requete) or "/"), *milieu, (page.title, "")]


@register.simple_tag(takes_context=True)
def ancetres_d_une_route(context: Context, page: Page, titre: str) -> list[tuple[str, str]]:
    """Return the breadcrumb of what a page shows under its own address, called `titre`; the page comes before it."""
    *avant, _page = ancetres(context, page) or [("", "")]
    requete: Any = context.get("request")
    return [*avant, (page.title, page.get_url(requete) or ""), (titre, "")]


def pages_connues(context: Context) -> list[Any]:
    """Return the public pages that are found from every other: menus, foot, publications, agenda, directory."""
    autour, _requete = _alentour(context)
    return autour.connues if autour else []


def _alentour(context: Context) -> tuple[Alentour | None, HttpRequest | None]:
    requete: Any = context.get("request")
    return alentour(requete, context.get("page")), requete


def adresse_de(page: Page, requete: HttpRequest | None) -> str:
    """Return the address of a page that every other leads to; read once under a state."""
    nom = adresse_de, page.pk, requete.get_host() if requete else ""
    return retenir(requete, nom, lambda: page.get_url(requete) or "")


def _entree(page: Page, requete: HttpRequest | None, *, ici: bool = False) -> Entree:
    url = adresse_de(page, requete)
    return Entree(page.title, url, courante=ici or bool(url and requete and requete.path.startswith(url)))


def _au_rayon(context: Context, racine: Page) -> bool:
    """Say whether the page that is shown is a publication, or below one."""
    lignee = _lignee(context.get("page"), racine, context.get("request"))
    return bool(lignee) and _est_section(lignee[0])


def _est_section(page: Page) -> bool:
    return page.specific_class in SECTIONS


def _lignee(page: Any, racine: Page, requete: Any) -> list[Page]:
    """Return the pages from below the home page down to `page`, in one query at most; none for what is no page."""
    if not isinstance(page, Page) or page.depth is None or page.depth <= racine.depth:
        return []
    if page.depth == racine.depth + 1:
        return [page]
    # Those of pages that stand side by side are the same.
    lues = choses_de(requete)
    if lues is None:
        lues = requete.__dict__.setdefault("_lignees", {})
    cle = _lignee, page.path[: -page.steplen]
    if cle not in lues:
        # A page may be public under one that is not, or is no longer: its title is not to be read.
        lues[cle] = list(page.get_ancestors().descendant_of(racine).live().order_by("path"))
    return [*lues[cle], page]
