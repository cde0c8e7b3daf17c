"""What surrounds any page in a frame: the pages of the menus and of the foot, its twins. One query at most."""

from dataclasses import dataclass
from typing import Any, Final

from django.db.models import F, Q, QuerySet
from django.http import HttpRequest
from wagtail.models import Page

from .langues import racine_de
from .models.agenda import AgendaPage
from .models.contenu import ContenuPage
from .models.publications import PublicationsPage
from .models.repertoire import RepertoirePage
from .ouvertes import est_reservee
from .sous_etat import choses_de, retenir

# Types of which one page stands in each language, and that any page may lead to.
UNIQUES: Final = (PublicationsPage, AgendaPage, RepertoirePage)
# What is read of every public page at once.
DITES: Final = (
    "content_type", "depth", "live", "locale__language_code", "path", "show_in_menus", "slug", "title",
    "translation_key", "url_path",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Alentour:
    """Pages around a page.

    Attributes:
        racine: the home page in the reader's language.
        connues: the pages of the menus, of the foot, and those that stand once, below `racine`; and the page itself.
        jumelles: the twins of the page and of the home page, by (what they translate, language).
        est_reservee: whether the page that is shown is not for everyone. What surrounds it is.
    """

    racine: Page
    connues: list[Any]
    jumelles: dict[tuple[Any, str], Page]
    est_reservee: bool = False


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
        lus[cle] = _lire(requete, racine, {racine.translation_key, cle} - {None}, page.pk if cle else None)
    return lus[cle]


def _lire(requete: HttpRequest, racine: Page, cles: set[Any], ici: int | None) -> Alentour:
    pages = _parmi_les_retenues(requete, racine, cles, ici) if choses_de(requete) else _lues(racine, cles, ici)
    ouvertes = [page for page in pages if not page.est_reservee]
    connues = [page for page in ouvertes if page.locale_id == racine.locale_id]
    ailleurs_aussi = (page for page in ouvertes if page.locale_id != racine.locale_id)
    jumelles = {(page.translation_key, page.locale.language_code): page for page in ailleurs_aussi}
    return Alentour(racine, connues, jumelles, any(page.pk == ici and page.est_reservee for page in pages))


def _lues(racine: Page, cles: set[Any], ici: int | None) -> list[Any]:
    """Read what surrounds one page, and that page."""
    au_menu = Q(depth=racine.depth + 1, show_in_menus=True)
    # By keys rather than by joins: what is read does not grow with the pages of the site.
    choisies = au_menu | Q(pk__in=ContenuPage.objects.filter(au_pied=True).values("pk"))
    for unique in UNIQUES:
        choisies |= Q(pk__in=unique.objects.values("pk"))
    dessous = Q(path__startswith=racine.path, depth__gt=racine.depth) & choisies
    ailleurs = Q(translation_key__in=cles) & ~Q(locale=racine.locale_id)
    return list(_annotees().filter(dessous | ailleurs | Q(pk=ici)))


def _annotees() -> QuerySet[Any]:
    pages = Page.objects.live().select_related("locale").order_by("path")
    return pages.annotate(
        est_au_pied=F("contenupage__au_pied"), rassemble=F("publicationspage"), est_reservee=est_reservee()
    )


def _parmi_les_retenues(requete: HttpRequest, racine: Page, cles: set[Any], ici: int | None) -> list[Any]:
    """Return the same from all the public pages, which are read once under a state: no query of its own."""
    par_cle: dict[Any, list[Any]] = retenir(requete, _par_cle, _par_cle)
    au_cadre = retenir(requete, (_au_cadre, racine.pk), lambda: _au_cadre(racine, par_cle))
    siennes = [page for cle in cles for page in par_cle.get(cle, ())]
    vues = {page.pk: page for page in siennes if page.pk == ici or page.locale_id != racine.locale_id}
    return [*au_cadre, *(page for cle, page in vues.items() if page not in au_cadre)]


def _par_cle() -> dict[Any, list[Any]]:
    """Read all the public pages, as little of each as a frame says, by what they translate."""
    par_cle: dict[Any, list[Any]] = {}
    for page in _annotees().only(*DITES):
        par_cle.setdefault(page.translation_key, []).append(page)
    return par_cle


def _au_cadre(racine: Page, par_cle: dict[Any, list[Any]]) -> list[Any]:
    """Return those of the menus, of the foot, and those that stand once, below a home page."""
    toutes = (page for pages in par_cle.values() for page in pages)
    dessous = [page for page in toutes if page.path.startswith(racine.path) and page.depth > racine.depth]
    choisies = [
        page for page in dessous if page.est_au_pied or page.specific_class in UNIQUES or _est_au_menu(page, racine)
    ]
    return sorted(choisies, key=lambda page: page.path)


def _est_au_menu(page: Page, racine: Page) -> bool:
    return page.depth == racine.depth + 1 and page.show_in_menus
