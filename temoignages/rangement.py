"""Cut a long preview into pages that a slow connection can carry."""

from collections.abc import Iterable
from dataclasses import dataclass

from .actions.confronter import LigneLue

LIGNES = 50
CARACTERES = 12_000


@dataclass(frozen=True)
class Rangement:
    """The lines of one page."""

    lignes: tuple[LigneLue, ...]


def ranger(lignes: Iterable[LigneLue]) -> list[Rangement]:
    """Return the pages of a batch: at most 50 lines and, but for a single line that is longer, 12,000 characters."""
    pages: list[list[LigneLue]] = [[]]
    poids = 0
    for ligne in lignes:
        if pages[-1] and (len(pages[-1]) == LIGNES or poids + len(ligne.texte) > CARACTERES):
            pages.append([])
            poids = 0
        pages[-1].append(ligne)
        poids += len(ligne.texte)
    return [Rangement(tuple(page)) for page in pages]
