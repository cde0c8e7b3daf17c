"""Links to pages inside rich text: each leads to its twin in the reader's language when that one is public."""

from html import escape
from typing import Any

from django.conf import settings
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from .langues import langue_active


class LienDePageHandler(PageLinkHandler):
    """Wagtail's own, without its queries for each link: none in French, one in another language."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        """Return the opening tag of each link; one without address for a page that is gone."""
        pages = cls.get_many(attrs_list)
        jumelles = _jumelles([page for page in pages if page])
        adresses = [jumelles.get(page.translation_key, page).url if page else None for page in pages]
        return [f'<a href="{escape(adresse)}">' if adresse else "<a>" for adresse in adresses]


def _jumelles(pages: list[Any]) -> dict[Any, Page]:
    """Return the public twins of pages in the reader's language; French pages are what links are written to."""
    if not pages or langue_active() == settings.LANGUAGE_CODE:
        return {}
    cles = {page.translation_key for page in pages}
    jumelles = Page.objects.live().filter(translation_key__in=cles, locale__language_code=langue_active())
    return {jumelle.translation_key: jumelle for jumelle in jumelles}
