"""The PDFs of the demo: the words of `textes`, set and tagged as the site does for its own pages (PDF/UA)."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from typing import Final
from zoneinfo import ZoneInfo

from pages.publication.sortie import Bloc, Document, Element, Lignes, Liste, Paragraphe, Titre, ligne
from pages.sorties.composition import composer
from pages.sorties.donnees import donnees_de

ORGANISME: Final = "La Grande Rallonge"
# The same words give the same bytes.
DATE: Final = datetime(2026, 9, 1, 12, tzinfo=ZoneInfo("America/Toronto"))
REGLES: Final = "___"


def pdf_de(titre: str, genre: str, texte: str, langue: str) -> bytes:
    """Return a tool as a tagged PDF."""
    langue_entiere = f"{langue}-CA"
    document = Document(titre, genre, titre, tuple(blocs_de(texte)), langue=langue_entiere)
    return composer(donnees_de(document, {}, ORGANISME, DATE), (), DATE)


def texte_de(titre: str, texte: str) -> bytes:
    """Return a tool as plain text, to change."""
    return f"{titre}\n{texte}".encode()


def blocs_de(texte: str) -> Iterator[Bloc]:
    """Yield the outline of the words of a tool. A line that continues a sentence is part of it."""
    for est_un_point, lignes in groupby(_lignes(texte), lambda une: une.startswith("- ")):
        if est_un_point:
            yield Liste(tuple(Element((Paragraphe(ligne(une.removeprefix("- "))),)) for une in lignes))
            continue
        for une in lignes:
            yield _bloc(une)


def _bloc(une: str) -> Bloc:
    if une.startswith("# "):
        return Titre(1, une.removeprefix("# "))
    return Lignes(3, "Pour écrire") if une == REGLES else Paragraphe(ligne(une))


def _lignes(texte: str) -> Iterator[str]:
    """Yield the paragraphs: what follows a line that ends no sentence continues it."""
    courante = ""
    for une in texte.strip().splitlines():
        finie = courante.startswith(("# ", REGLES)) or courante.endswith((".", ",", "?", ":"))
        if courante and (finie or une.startswith(("# ", "- ", REGLES))):
            yield courante
            courante = une
        else:
            courante = f"{courante} {une}".strip()
    if courante:
        yield courante
