"""The languages of the site: French at the root, English under « /en/ »."""

from typing import Final, TypeVar

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Case, When
from django.http import HttpRequest
from django.utils import translation
from wagtail.models import Locale, Page, Site

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
    """Return the public page of a type that stands once per language: the reader's, otherwise the French one."""
    page: P | None = modele.objects.live().order_by(sa_langue_d_abord(), "path").first()
    return page


def racine_de(requete: HttpRequest | None) -> Page | None:
    """Return the home page in the language of the address; the French one as long as that one is not public."""
    site = Site.find_for_request(requete) if requete is not None else None
    if site is None or langue_active() == settings.LANGUAGE_CODE:  # the page that the site names
        return site.root_page if site else None
    if not hasattr(requete, "_racine_de_la_langue"):
        jumelles = Page.objects.live().filter(translation_key=site.root_page.translation_key)
        jumelle = jumelles.filter(locale__language_code=langue_active()).first()
        requete._racine_de_la_langue = jumelle or site.root_page  # type: ignore[union-attr]
    racine: Page = requete._racine_de_la_langue  # type: ignore[union-attr]
    return racine
