"""What every outline says of its page in the same words: its title, its mentions, its address, its facts."""

from collections.abc import Iterable
from typing import Any

from medias.ponctuation import deux_points
from reseau.typographie import typographier

from .publication.confidentialite import mentions
from .publication.sortie import Bloc, Document, Fragment, Paragraphe


def document_de(page: Any, genre: str, blocs: Iterable[Bloc], chapeau: str = "", **autres: Any) -> Document:
    """Return the outline of a page. Only a public page has an address that anyone may follow.

    Args:
        page: as it stands in memory; `tete_courante` when it has one, else its title, heads each printed page.
        genre: what it is, in words.
        blocs: its body.
        chapeau: its standfirst, as typed.
        autres: what else its type gives to a `Document`: `preambule`, `notes`, `fin`.
    """
    return Document(
        titre=typographier(page.title),
        genre=genre,
        tete_courante=typographier(getattr(page, "tete_courante", page.title)),
        blocs=tuple(blocs),
        chapeau=typographier(chapeau),
        mentions=tuple(mentions(page)),
        adresse=page.full_url or "" if page.live else "",
        **autres,
    )


def fait(nom: str, valeur: str) -> Paragraphe:
    """Return « Nom : valeur », its name strong."""
    return Paragraphe((Fragment(f"{deux_points(nom)} ", gras=True), Fragment(typographier(valeur))))
