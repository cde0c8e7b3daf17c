"""The typography of Québec where the page is in French; in another language a text passes unchanged."""

from medias.langues import Langue, langue_active

from .langue import typographie


def typographier(texte: str) -> str:
    """Apply the rules to plain text, on a French page."""
    return typographie.typographier(texte) if langue_active() == Langue.FRANCAIS else texte


def typographier_html(html: str) -> str:
    """Apply the rules to the text of an HTML fragment, on a French page."""
    return typographie.typographier_html(html) if langue_active() == Langue.FRANCAIS else html
