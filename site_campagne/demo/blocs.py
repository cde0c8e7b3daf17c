"""The seven kinds of block that the demo's pages are made of."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Texte:
    """Rich text: h2, h3, p, ul, ol, li, a, strong and em only."""

    genre: ClassVar[str] = "texte"
    html: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A testimony of the demo, by its key in `temoignages.PAROLES`; quoted by reference, never by copy."""

    genre: ClassVar[str] = "citation"
    parole: str


@dataclass(frozen=True, slots=True)
class Extrait:
    """The latest testimonies of an edition, and a link to the wall."""

    genre: ClassVar[str] = "mur_extrait"
    titre: str
    edition: int
    nombre: int


@dataclass(frozen=True, slots=True)
class Image:
    """A drawing, by its key in `dessins.DESSINS`, which holds its alternative text."""

    genre: ClassVar[str] = "image"
    dessin: str
    legende: str = ""


@dataclass(frozen=True, slots=True)
class Encadre:
    """A framed note. `ton` is one of the fields of colour: `lin`, `gaude`, `eglantine`, `mousse`."""

    genre: ClassVar[str] = "encadre"
    titre: str
    texte: str
    ton: str = "lin"


@dataclass(frozen=True, slots=True)
class Appel:
    """An invitation to act. `lien` is an address of this site."""

    genre: ClassVar[str] = "appel"
    titre: str
    texte: str
    bouton: str
    lien: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question and its answer, in plain text."""

    question: str
    reponse: str


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions people ask, under one title."""

    genre: ClassVar[str] = "questions"
    titre: str
    questions: tuple[Question, ...]


Bloc = Texte | Citation | Extrait | Image | Encadre | Appel | Questions
