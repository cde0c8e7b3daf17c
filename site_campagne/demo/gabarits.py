"""The shapes of the demo's pages."""

from dataclasses import dataclass

from .blocs import Bloc


@dataclass(frozen=True, slots=True)
class Lien:
    """A button: its words and an address of this site."""

    texte: str
    adresse: str


@dataclass(frozen=True, slots=True)
class Accueil:
    """The home page. `lignes` break the title by hand, at most 12 characters each.

    `recus` and `donnes` are keys of `temoignages.PAROLES` for the two alternating columns, in order.
    """

    titre: str
    lignes: tuple[str, str, str]
    chapeau: str
    boutons: tuple[Lien, Lien]
    recus: tuple[str, ...]
    donnes: tuple[str, ...]
    corps: tuple[Bloc, ...]


@dataclass(frozen=True, slots=True)
class Contenu:
    """A content page, a child of the home page."""

    slug: str
    titre: str
    chapeau: str
    corps: tuple[Bloc, ...]
