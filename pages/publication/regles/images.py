"""An image that says nothing to who does not see it."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from django.utils.translation import gettext as _
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from ...blocs.image import ImageValue
from ..constats import Constat, Regle, Severite
from ..pieces import Piece, pieces

# « IMG_2034.JPG », « photo 3.png »: a name given by a camera tells nothing.
_NOM_DE_FICHIER = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|avif|heic)|(?:img|dsc|image|photo)[-_ ]?\d*", re.IGNORECASE)


def chercher(page: Page) -> Iterator[Constat]:
    """Yield the images without words, or whose words are the name of a file."""
    liste = list(pieces(page))
    dits = {f"{piece.chemin}.image" for piece in liste if isinstance(piece.valeur, ImageValue)}
    for piece in liste:
        for texte in _remplacements(piece, dits):
            if not texte.strip():
                yield Constat(piece.chemin, _("Une image n’a pas de texte de remplacement."))
            elif _NOM_DE_FICHIER.fullmatch(texte.strip()):
                message = _("Le texte de remplacement d’une image est un nom de fichier : dites ce qu’elle montre.")
                yield Constat(piece.chemin, message)


def _remplacements(piece: Piece, dits: set[str]) -> Iterator[str]:
    """Yield what each image of a piece says; an image inside a block that may word it is asked through the block."""
    if isinstance(piece.valeur, ImageValue):
        if piece.valeur["image"]:
            yield piece.valeur.remplacement
    elif isinstance(piece.valeur, AbstractImage) and piece.chemin not in dits:
        yield piece.valeur.default_alt_text
    elif piece.html:
        lecteur = _Lecteur()
        lecteur.feed(piece.html)
        yield from lecteur.textes


class _Lecteur(HTMLParser):
    """Gathers the alternative texts of the images of a stored rich text."""

    def __init__(self) -> None:
        super().__init__()
        self.textes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributs = dict(attrs)
        if tag == "img" or (tag == "embed" and attributs.get("embedtype") == "image"):
            self.textes.append(attributs.get("alt") or "")


IMAGES = Regle("texte_de_remplacement", Severite.BLOQUANT, chercher)
