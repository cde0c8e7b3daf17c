"""What surrounds any page in a frame: the pages of the menus and of the foot, its twins. One query a request."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q
from django.http import HttpRequest
from wagtail.models import Page

from .langues import est_reservee, racine_de
from .models.agenda import AgendaPage
from .models.contenu import ContenuPage
from .models.publications import PublicationsPage
from .models.repertoire import RepertoirePage


@dataclass(frozen=True, slots=True)
class Alentour:
    """Pages around a page.

    Attributes:
        racine: the home page in the reader's language.
        connues: the public pages of the menus, of the foot, and those that stand once, below `racine`.
        jumelles: the public twins of the page and of the home page, by (what they translate, language).
    """

    racine: Page
    connues: list[Any]
    jumelles: dict[tuple[Any, str], Page]


def alentour(requete: HttpRequest | None, page: Any = None) -> Alentour | None:
    """Return what surrounds what is shown; nothing without a site. `page`: the page that is shown, if it is one."""
    racine = racine_de(requete)
    if racine is None or requete is None:
        return None
    cle = page.translation_key if isinstance(page, Page) else None
    lus: dict[Any, Alentour] = requete.__dict__.setdefault("_alentours", {})
    if cle is None and lus:  # an include that was not given the page asks for the same
        return next(iter(lus.values()))
    if cle not in lus:
        lus[cle] = _lire(racine, {racine.translation_key, cle} - {None})
    return lus[cle]


def _lire(racine: Page, cles: set[Any]) -> Alentour:
    au_menu = Q(depth=racine.depth + 1, show_in_menus=True)
    # By keys rather than by joins: what is read does not grow with the pages of the site.
    choisies = au_menu | Q(pk__in=ContenuPage.objects.filter(au_pied=True).values("pk"))
    for unique in (PublicationsPage, AgendaPage, RepertoirePage):
        choisies |= Q(pk__in=unique.objects.values("pk"))
    dessous = Q(path__startswith=racine.path, depth__gt=racine.depth) & choisies
    ailleurs = Q(translation_key__in=cles) & ~Q(locale=racine.locale_id)
    pages = Page.objects.live().filter(dessous | ailleurs).select_related("locale").order_by("path")
    pages = pages.annotate(
        est_au_pied=F("contenupage__au_pied"), rassemble=F("publicationspage"), est_reservee=est_reservee()
    )
    connues, jumelles = [], {}
    for page in pages:
        if page.locale_id == racine.locale_id:
            connues.append(page)
        elif not page.est_reservee:
            jumelles[page.translation_key, page.locale.language_code] = page
    return Alentour(racine, connues, jumelles)
