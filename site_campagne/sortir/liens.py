"""The links of a page and of a style sheet: read, then written again. Our pages quote every attribute."""

import re
from collections.abc import Callable, Iterator
from html import escape, unescape
from typing import Final

_LIENT: Final = "a|area|audio|form|iframe|img|link|object|script|source|track|use|video"
_BALISE: Final = re.compile(rf"<({_LIENT})\b[^>]*>", re.IGNORECASE)
_ATTRIBUT: Final = re.compile(r'(\s(?:href|src|poster|action|data))="([^"]*)"', re.IGNORECASE)
_LISTE: Final = re.compile(r'(\s(?:srcset|imagesrcset))="([^"]*)"', re.IGNORECASE)
# What says the address of the page on the Web, and is not followed.
_DIT: Final = re.compile(r'\brel="[^"]*\b(?:canonical|alternate)\b[^"]*"', re.IGNORECASE)
_URL: Final = re.compile(r"""url\(\s*(["']?)([^"')]+)\1\s*\)""")
_POSTE: Final = re.compile(r'<form\b[^>]*\bmethod="post"', re.IGNORECASE)

Changer = Callable[[str], str]


def envoie(html: str) -> bool:
    """Say whether a page sends something to the site: a form with a token of a moment, which a file cannot have."""
    return bool(_POSTE.search(html))


def liens_html(html: str) -> Iterator[str]:
    """Yield what a page leads to or loads."""
    lus: list[str] = []

    def noter(lien: str) -> str:
        lus.append(lien)
        return lien

    recrire_html(html, noter)
    yield from lus


def recrire_html(html: str, changer: Changer) -> str:
    """Return a page with each of its links changed, but those that say where it stands on the Web."""

    def dans_la_balise(trouvee: re.Match[str]) -> str:
        balise = trouvee[0]
        if trouvee[1].lower() == "link" and _DIT.search(balise):
            return balise
        balise = _ATTRIBUT.sub(lambda lu: f'{lu[1]}="{escape(changer(unescape(lu[2])))}"', balise)
        return _LISTE.sub(lambda lu: f'{lu[1]}="{escape(_liste(unescape(lu[2]), changer))}"', balise)

    return _BALISE.sub(dans_la_balise, html)


def _liste(valeurs: str, changer: Changer) -> str:
    parties = (partie.strip().partition(" ") for partie in valeurs.split(","))
    return ", ".join(f"{changer(adresse)} {taille}".strip() for adresse, _espace, taille in parties if adresse)


def liens_css(css: str) -> Iterator[str]:
    """Yield what a style sheet loads."""
    yield from (lu[2] for lu in _URL.finditer(css))


def recrire_css(css: str, changer: Changer) -> str:
    """Return a style sheet with each of its links changed."""
    return _URL.sub(lambda lu: f'url("{changer(lu[2])}")', css)
