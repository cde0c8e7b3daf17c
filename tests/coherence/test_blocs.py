"""One block is one class, one template, one stylesheet and one test; none is orphan (ARCHITECTURE, section 3)."""

import ast
import re

from .arbre import RACINE, classes

PAGES = RACINE / "pages"


def en_serpent(classe: str) -> str:
    """Return the file name of a block class: `MurTemoignagesBlock` gives `mur_temoignages`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", classe.removesuffix("Block")).lower()


def est_un_bloc(classe: ast.ClassDef) -> bool:
    """Say whether the class is a block of its own; a stream only gathers blocks."""
    bases = {ast.unparse(base).rpartition(".")[2] for base in classe.bases}
    return classe.name.endswith("Block") and "StreamBlock" not in bases


def ecarts(blocs: set[str], gabarits: set[str], feuilles: set[str], tests: str) -> list[str]:
    """Return what is missing or orphan among block classes, file stems and the text of their tests."""
    attendus = {en_serpent(bloc) for bloc in blocs}
    return sorted(
        [f"template without block: {nom}" for nom in gabarits - attendus]
        + [f"block without template: {nom}" for nom in attendus - gabarits]
        + [f"stylesheet without block: {nom}" for nom in feuilles - attendus]
        + [f"block without stylesheet: {nom}" for nom in attendus - feuilles]
        + [f"block without test: {bloc}" for bloc in blocs if not re.search(rf"\b{bloc}\b", tests)]
    )


def test_chaque_bloc_a_son_gabarit_sa_feuille_et_son_test() -> None:
    trouves = ecarts(
        blocs={classe.name for classe in classes(PAGES / "blocs") if est_un_bloc(classe)},
        gabarits={chemin.stem for chemin in (PAGES / "templates/pages/blocs").glob("*.html")},
        feuilles={chemin.stem for chemin in (PAGES / "static/css/blocs").glob("*.css")},
        tests="".join(chemin.read_text() for chemin in (RACINE / "tests/pages/blocs").glob("test_*.py")),
    )
    assert trouves == []


def test_un_ecart_est_vu() -> None:
    assert ecarts({"MurTemoignagesBlock"}, {"mur_temoignages"}, {"mur_temoignages"}, "MurTemoignagesBlock()") == []
    assert ecarts({"CitationBlock"}, {"appel"}, {"image"}, "") == [
        "block without stylesheet: citation",
        "block without template: citation",
        "block without test: CitationBlock",
        "stylesheet without block: image",
        "template without block: appel",
    ]
