"""The shapes of the library of the demo."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fichier:
    """A document that the demo composes: its name, its words (`composer.blocs_de`), its language.

    `avant`: the words of the version that it replaced, and `changement`, what changed; none otherwise.
    """

    libelle: str
    titre: str
    texte: str
    langue: str = "fr"
    note: str = ""
    format: str = "pdf"
    avant: str = ""
    changement: str = ""


@dataclass(frozen=True, slots=True)
class Outil:
    """A tool. `simple`: the slug of the one that says the same in plain words; `lien`: another site, invented."""

    slug: str
    titre: str
    genre: str
    resume: str
    fichiers: tuple[Fichier, ...] = ()
    publics: tuple[str, ...] = ("tous",)
    theme: str = ""
    duree: int | None = None
    niveau: str = "courant"
    simple: str = ""
    corps: str = ""
    edition: int = 2026
    dessin: str = ""
    licence: str = "cc-by-sa"
    sans_accessible: str = ""
    lien: str = ""


@dataclass(frozen=True, slots=True)
class Trousse:
    """A kit: the slugs of its tools, in order."""

    slug: str
    titre: str
    chapeau: str
    introduction: str
    outils: tuple[str, ...] = field(default_factory=tuple)
