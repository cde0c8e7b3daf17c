"""Registers as files that a spreadsheet opens: sent as they are read, and never a formula."""

import csv
from collections.abc import Iterable, Iterator

from django.http import StreamingHttpResponse

from reseau.horloge import aujourdhui

BOM = "\ufeff"
FORMULES = ("=", "+", "-", "@", "\t", "\r", "\n")


def fichier_csv(nom: str, colonnes: Iterable[object], rangees: Iterable[Iterable[object]]) -> StreamingHttpResponse:
    """Return a dated CSV file: semicolons and a byte order mark, as Excel in French expects."""
    reponse = StreamingHttpResponse(_lignes_csv(colonnes, rangees), content_type="text/csv; charset=utf-8")
    reponse["Content-Disposition"] = f'attachment; filename="{nom}-{aujourdhui().isoformat()}.csv"'
    return reponse


def sans_formule(case: object) -> str:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe before the signs that start one."""
    texte = str(case)
    return f"'{texte}" if texte.startswith(FORMULES) else texte


class _Echo:
    def write(self, ligne: str) -> str:
        return ligne


def _lignes_csv(colonnes: Iterable[object], rangees: Iterable[Iterable[object]]) -> Iterator[str]:
    plume = csv.writer(_Echo(), delimiter=";")
    yield BOM + plume.writerow([str(colonne) for colonne in colonnes])
    for rangee in rangees:
        yield plume.writerow([sans_formule(case) for case in rangee])
