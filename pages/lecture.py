"""How long a page takes to read, from its own words: those that the search knows of it."""

from collections.abc import Iterator
from typing import Any, Final

from wagtail.models import Page
from wagtail.search import index

from temoignages.recit import minutes_de_lecture

# A shorter page says nothing: everyone has the time.
MINUTES_A_DIRE: Final = 2
_DE_TOUTE_PAGE: Final = {champ.field_name for champ in Page.search_fields}


def minutes_a_dire(page: Any) -> int | None:
    """Return the minutes of reading of `page` and of those read with it (`lues_avec`); nothing for a short page."""
    textes = (texte for une in (page, *getattr(page, "lues_avec", ())) for texte in _textes(une))
    minutes = minutes_de_lecture(" ".join(textes))
    return minutes if minutes >= MINUTES_A_DIRE else None


def _textes(page: Any) -> Iterator[str]:
    for champ in page.get_search_fields():
        if isinstance(champ, index.SearchField) and champ.field_name not in _DE_TOUTE_PAGE:
            valeur = champ.get_value(page)
            yield from valeur if isinstance(valeur, list) else [str(valeur or "")]
