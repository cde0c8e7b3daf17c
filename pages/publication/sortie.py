"""A publication as a plain outline: what every output other than the page itself is made from.

A page type gives its whole content by one method, `plan_de_sortie() -> Document`. PDF, plain text and any later format
read nothing else, so that all say the same thing in the same order. The tree holds words, never HTML, never a model,
never an address that only a reader with rights could open. Québec typography is already applied, except in quotations.

    Document ⊃ blocks ⊃ (blocks | Ligne),  Ligne = tuple of Fragment

`references.lecture.lire_html` turns stored rich text into blocks; footnote calls are those that
`references.apparat.Apparat` has written.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias
from urllib.parse import urljoin, urlsplit

from medias.langues import etiquette, langue_active

PROTOCOLES: Final = {"http", "https", "mailto", "tel"}
FICHIERS: Final = "/documents/"


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of words. `lien`: where it leads, « #anchor » inside the document. `note`: it calls that footnote."""

    texte: str
    gras: bool = False
    italique: bool = False
    lien: str = ""
    note: int | None = None
    # Where another fragment leads to: an anchor that the document holds once.
    ancre: str = ""


Ligne: TypeAlias = tuple[Fragment, ...]


def ligne(texte: str) -> Ligne:
    """Return plain words as a line; no fragment for no words."""
    return (Fragment(texte),) if texte else ()


def mots(fragments: Ligne) -> str:
    """Return the words of a line, without its marks; a footnote call gives nothing."""
    return "".join(fragment.texte for fragment in fragments if fragment.note is None)


@dataclass(frozen=True, slots=True)
class Titre:
    """A heading. `niveau`: 1 for the first under the title of the document. `numero`: « 2 », « A », or nothing."""

    niveau: int
    texte: str
    numero: str = ""
    ancre: str = ""


@dataclass(frozen=True, slots=True)
class Paragraphe:
    """Running words."""

    contenu: Ligne


@dataclass(frozen=True, slots=True)
class Element:
    """An item of a list. `marque`: « 1.2 », « a) », written instead of the automatic mark; empty for that one."""

    blocs: "tuple[Bloc, ...]"
    marque: str = ""
    ancre: str = ""


@dataclass(frozen=True, slots=True)
class Liste:
    """A list; `ordonnee`: its items are numbered from 1 unless they bear their own marks."""

    elements: tuple[Element, ...]
    ordonnee: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """Someone's words, never typographied, and where they come from."""

    blocs: "tuple[Bloc, ...]"
    source: Ligne = ()


@dataclass(frozen=True, slots=True)
class Encadre:
    """A boxed aside, under its own title if it has one."""

    titre: str
    blocs: "tuple[Bloc, ...]"


@dataclass(frozen=True, slots=True)
class Figure:
    """An image, by its key in the image library; `alternative` is what it shows, and stands alone in plain text."""

    image: int
    alternative: str
    legende: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Chiffre:
    """A key figure: « plus de 20 000 », what it counts, when, by whom."""

    valeur: str
    libelle: str
    precision: str = ""
    ancre: str = ""


@dataclass(frozen=True, slots=True)
class Tableau:
    """A grid with a heading row; the first cell of each row heads it."""

    legende: str
    entetes: tuple[str, ...]
    rangees: tuple[tuple[Ligne, ...], ...]


@dataclass(frozen=True, slots=True)
class Lignes:
    """Ruled lines to write on; `etiquette` says what for, to who cannot see them."""

    nombre: int
    etiquette: str


Bloc: TypeAlias = Titre | Paragraphe | Liste | Citation | Encadre | Figure | Chiffre | Tableau | Lignes


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, by the number that calls it."""

    numero: int
    contenu: Ligne


@dataclass(frozen=True, slots=True)
class Document:
    """A publication, ready for any output.

    Attributes:
        titre: its title.
        genre: what it is, in words: « Plateforme de revendications », « Communiqué ».
        tete_courante: what each printed page repeats.
        mentions: what each page must say first (`confidentialite.mentions`); none when the publication is public.
        chapeau: its standfirst.
        preambule: lines before the body: diffusion, dateline, acknowledgements of who and when.
        blocs: its body, bibliography included.
        notes: its footnotes, in reading order.
        fin: what stands after the body and its notes: « – 30 – », contacts.
        langue: its language, as in HTML.
        adresse: its public address; empty when it has none.
        site: the address of the site, from which its links start when it has no address itself.
    """

    titre: str
    genre: str
    tete_courante: str
    blocs: tuple[Bloc, ...]
    chapeau: str = ""
    preambule: tuple[Ligne, ...] = ()
    notes: tuple[Note, ...] = ()
    fin: tuple[Bloc, ...] = ()
    mentions: tuple[str, ...] = ()
    langue: str = field(default_factory=lambda: etiquette(langue_active()))
    adresse: str = ""
    site: str = ""
    titres: tuple[Titre, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Gather the headings of the body, for tables of contents and bookmarks."""
        object.__setattr__(self, "titres", tuple(bloc for bloc in self.blocs if isinstance(bloc, Titre)))

    def cible(self, lien: str) -> str:
        """Return where a link leads from anywhere, as a whole address; nothing when nobody could follow it.

        What has no public address may refer to files that have none either: paper that travels does not lead to them.
        """
        if not lien or lien.startswith("#") or (lien.startswith(FICHIERS) and not self.adresse):
            return ""
        try:
            entier = urljoin(self.adresse or self.site, lien)
            return entier if urlsplit(entier).scheme in PROTOCOLES else ""
        except ValueError:
            return ""


def tous(blocs: tuple[Bloc, ...]) -> Iterator[Bloc]:
    """Yield every block of a tree, at any depth, in reading order."""
    for bloc in blocs:
        yield bloc
        match bloc:
            case Citation() | Encadre():
                yield from tous(bloc.blocs)
            case Liste():
                for element in bloc.elements:
                    yield from tous(element.blocs)
