"""Links to pages inside rich text: each leads to its twin in the reader's language when that one is public."""

from html import escape
from typing import Any

from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from .langues import dans_la_langue


class LienDePageHandler(PageLinkHandler):
    """Wagtail's own, without its queries for each link: none in French, one in another language."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        """Return the opening tag of each link; one without address for a page that is gone."""
        pages = cls.get_many(attrs_list)
        menees = dans_la_langue(page for page in pages if page)
        return [_ouvrir(menees[page.pk]) if page else "<a>" for page in pages]


def _ouvrir(page: Page) -> str:
    langue = f' hreflang="{page.lang}"' if hasattr(page, "lang") else ""
    return f'<a href="{escape(page.url)}"{langue}>' if page.url else "<a>"
