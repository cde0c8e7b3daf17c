"""The languages of the site: French at the root, English under « /en/ »."""

from collections.abc import Iterable
from functools import partial
from typing import Any, Final, TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Case, QuerySet, When
from django.http import HttpRequest
from django.urls import Resolver404, resolve, translate_url
from django.utils import translation
from wagtail.models import Locale, Page, Site

from .ouvertes import ouvertes
from .sous_etat import retenir

P = TypeVar("P", bound=Page)

# As `lang` and `hreflang` say it: the French and the English of here.
ETIQUETTES: Final = {"fr": "fr-CA", "en": "en-CA"}


def installer(using: str = DEFAULT_DB_ALIAS, **_signal: object) -> None:
    """Give Wagtail a row for each language of the site; each `migrate` puts them back."""
    if using == DEFAULT_DB_ALIAS:
        for langue in ETIQUETTES:
            Locale.objects.get_or_create(language_code=langue)


def langue_active() -> str:
    """Return the language of the address being answered: a key of `ETIQUETTES`."""
    return (translation.get_language() or settings.LANGUAGE_CODE)[:2]


def sa_langue_d_abord() -> Case:
    """Return the order that puts pages of the reader's language before their twins."""
    return Case(When(locale__language_code=langue_active(), then=0), default=1)


def de_la_langue(modele: type[P]) -> P | None:
    """Return the page of a type that stands once per language and that anyone may read: theirs, or the French one."""
    lues = ouvertes(modele.objects.select_related("locale"))
    page: P | None = lues.order_by(sa_langue_d_abord(), "path").first()
    return page


def site_de(requete: HttpRequest | None) -> Site | None:
    """Return the site that answers; read once under a state, for public pages."""
    if requete is None:
        return None
    if not hasattr(requete, "_wagtail_site"):
        lire = partial(Site.find_for_request, requete)
        requete._wagtail_site = retenir(requete, (Site, requete.get_host()), lire)  # type: ignore[attr-defined]
    site: Site | None = getattr(requete, "_wagtail_site", None)
    return site


def racine_de(requete: HttpRequest | None) -> Page | None:
    """Return the home page in the language of the address; the French one as long as that one is not public."""
    site = site_de(requete)
    if site is None or langue_active() == settings.LANGUAGE_CODE:  # the page that the site names
        return site.root_page if site else None
    if not hasattr(requete, "_racine_de_la_langue"):
        lire = partial(_racine_jumelle, site.root_page, langue_active())
        jumelle = retenir(requete, (_racine_jumelle, site.pk, langue_active()), lire)
        requete._racine_de_la_langue = jumelle or site.root_page  # type: ignore[union-attr]
    racine: Page = requete._racine_de_la_langue  # type: ignore[union-attr]
    return racine


def _racine_jumelle(racine: Page, langue: str) -> Page | None:
    jumelles = Page.objects.live().filter(translation_key=racine.translation_key)
    return jumelles.filter(locale__language_code=langue).first()


def adresse_dans_la_langue(adresse: str) -> str:
    """Return where an address typed on a French page leads the reader: a view of ours in their language.

    That of a page is left as it is: its twin has another, and may not be public.
    """
    if not adresse.startswith("/") or langue_active() == settings.LANGUAGE_CODE:
        return adresse
    ici = langue_active()
    with translation.override(settings.LANGUAGE_CODE):
        try:
            vue = resolve(urlsplit(adresse).path)
        except Resolver404:
            return adresse
        return adresse if vue.url_name == "wagtail_serve" else translate_url(adresse, ici)


def dans_la_langue(pages: Iterable[P], parmi: "QuerySet[Any] | None" = None) -> dict[int, P]:
    """Return, by the key of each page, what the reader is led to: its public twin, otherwise the page itself.

    The latter then has a `lang`: what `lang` and `hreflang` say of it. One query for all; none in French, since what
    editors choose is chosen among French pages.

    Args:
        pages: those that were chosen.
        parmi: how a twin is read; as a plain page when it is not said.
    """
    choisies = {page.pk: page for page in pages}
    if not choisies or langue_active() == settings.LANGUAGE_CODE:
        return choisies
    cles = {page.translation_key for page in choisies.values()}
    lues: QuerySet[Any] = ouvertes(Page.objects.all() if parmi is None else parmi)
    publiques = lues.filter(translation_key__in=cles, locale__language_code=langue_active())
    jumelles = {jumelle.translation_key: jumelle for jumelle in publiques}
    return {cle: jumelles.get(page.translation_key) or _en_francais(page) for cle, page in choisies.items()}


def _en_francais(page: P) -> P:
    page.lang = ETIQUETTES[settings.LANGUAGE_CODE]  # for templates
    return page
