"""Aligned tables, readable in a terminal and as Markdown, and figures as they are written in Québec French."""

import math
from collections.abc import Iterable, Sequence

from .score import Taux

ABSENT = "—"


def tableau(entetes: Sequence[str], a_gauche: int, lignes: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table with aligned columns; those after the first ``a_gauche`` are ranged right."""
    corps = list(lignes)
    largeurs = [max(map(len, colonne)) for colonne in zip(entetes, *corps, strict=True)]
    regle = ["-" * largeur if i < a_gauche else "-" * (largeur - 1) + ":" for i, largeur in enumerate(largeurs)]
    return "\n".join(_ligne(cellules, largeurs, a_gauche) for cellules in (entetes, regle, *corps))


def nombre(valeur: float, decimales: int) -> str:
    """Return a number with a decimal comma, « — » when it was not measured."""
    return ABSENT if math.isnan(valeur) else f"{valeur:.{decimales}f}".replace(".", ",")


def pourcentage(valeur: float, decimales: int = 1) -> str:
    """Return a proportion as a percentage, « — » when it was not measured."""
    return ABSENT if math.isnan(valeur) else f"{nombre(100 * valeur, decimales)}\u00a0%"


def intervalle(taux: Taux, decimales: int = 1) -> str:
    """Return the interval at 95 % of a proportion, without the sign."""
    bas, haut = taux.intervalle
    return ABSENT if math.isnan(bas) else f"{nombre(100 * bas, decimales)} – {nombre(100 * haut, decimales)}"


def _ligne(cellules: Sequence[str], largeurs: Sequence[int], a_gauche: int) -> str:
    rangees = (
        cellule.ljust(largeur) if i < a_gauche else cellule.rjust(largeur)
        for i, (cellule, largeur) in enumerate(zip(cellules, largeurs, strict=True))
    )
    return f"| {' | '.join(rangees)} |"
