"""The two files of a language: the `.po` that people translate, the `.mo` that Django reads.

Neither has a date or a number of line: made again, they change only where the sentences changed.
"""

import io
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tests.coherence.arbre import RACINE

DOSSIER: Final = RACINE / "site_campagne" / "locale"
EN_TETE: Final = "# Made by `make messages`, which reads the code: only the English `msgstr` are written by hand."
ECRITS: Final = ("Language", "Plural-Forms", "MIME-Version", "Content-Type", "Content-Transfer-Encoding")


class Catalogue(Catalog):
    """A catalogue whose header says neither when nor by whom it was made: git knows."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [(nom, valeur) for nom, valeur in super().mime_headers if nom in ECRITS]


def nouveau(langue: str) -> Catalogue:
    """Return an empty catalogue for `langue`."""
    return Catalogue(locale=langue, header_comment=EN_TETE, fuzzy=False)


def fichier(langue: str, suffixe: str) -> Path:
    """Return where the `.po` or the `.mo` of `langue` stands."""
    return DOSSIER / langue / "LC_MESSAGES" / f"django.{suffixe}"


def lire(langue: str) -> Catalog:
    """Read the `.po` of a language; an empty catalogue when it does not exist yet."""
    chemin = fichier(langue, "po")
    return read_po(io.BytesIO(chemin.read_bytes()), locale=langue) if chemin.exists() else nouveau(langue)


def fusionner(phrases: Catalog, traduites: Catalog) -> None:
    """Give to the sentences of the code the translations that they have already; what the code forgot is forgotten."""
    for phrase in phrases:
        connue = traduites.get(phrase.id, phrase.context) if phrase.id else None
        if connue and connue.pluralizable == phrase.pluralizable:
            phrase.string = connue.string
            phrase.user_comments = connue.user_comments
            phrase.flags |= connue.flags & {"fuzzy"}


def en_po(catalogue: Catalog) -> bytes:
    """Return the text of the `.po`: each sentence on its line, under the files that say it."""
    sortie = io.BytesIO()
    write_po(sortie, catalogue, width=0, include_lineno=False, ignore_obsolete=True)
    return sortie.getvalue()


def en_mo(catalogue: Catalog) -> bytes:
    """Return what Django reads: the translated sentences."""
    sortie = io.BytesIO()
    write_mo(sortie, catalogue)
    return sortie.getvalue()


def est_traduite(phrase: Message) -> bool:
    """Say whether every form of a sentence has a translation that nobody doubts."""
    formes = phrase.string if isinstance(phrase.string, tuple | list) else (phrase.string,)
    return all(formes) and not phrase.fuzzy
