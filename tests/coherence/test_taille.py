"""Small files, small functions, and no module that says nothing of what it holds (ARCHITECTURE, sections 1 and 4)."""

import ast
from collections.abc import Iterator

from .arbre import court, sources_python

LIGNES_PAR_FICHIER = 300
LIGNES_PAR_FONCTION = 40
NOMS_VIDES = {"utils", "util", "common", "core", "helpers", "helper", "misc"}


def fonctions_longues(source: str) -> Iterator[str]:
    """Yield the functions of `source` over the limit, from `def` to the last line."""
    for noeud in ast.walk(ast.parse(source)):
        if isinstance(noeud, ast.FunctionDef | ast.AsyncFunctionDef):
            lignes = (noeud.end_lineno or 0) - noeud.lineno + 1
            if lignes > LIGNES_PAR_FONCTION:
                yield f"{noeud.name}: {lignes} lines"


def test_aucun_fichier_trop_long() -> None:
    longueurs = {court(chemin): len(chemin.read_text().splitlines()) for chemin in sources_python()}
    assert {nom: lignes for nom, lignes in longueurs.items() if lignes > LIGNES_PAR_FICHIER} == {}


def test_aucune_fonction_trop_longue() -> None:
    assert [(court(chemin), f) for chemin in sources_python() for f in fonctions_longues(chemin.read_text())] == []


def test_une_fonction_trop_longue_est_vue() -> None:
    corps = "    x = 1\n"
    assert list(fonctions_longues("def f():\n" + corps * LIGNES_PAR_FONCTION)) == ["f: 41 lines"]
    assert list(fonctions_longues("def f():\n" + corps * (LIGNES_PAR_FONCTION - 1))) == []


def test_aucun_module_au_nom_vide() -> None:
    assert [court(chemin) for chemin in sources_python() if NOMS_VIDES & {chemin.stem, chemin.parent.name}] == []
