"""The accessibility checklist names proofs that exist, every criterion once, and every template of a public page."""

import ast
import re

import pytest

from .arbre import RACINE, gabarits

LISTE = RACINE / "docs" / "accessibilite" / "liste-de-verification.md"
PREUVE = re.compile(r"`(tests/[\w/]+\.py)(?:::(test_\w+))?`")
RANGEE = re.compile(r"^\| `(?P<mot>[^`]+)` \|.*\|$", re.MULTILINE)
CRITERE = re.compile(r"^\| (\d\.\d\.\d+) .*\| (?P<preuves>[^|]*) \|$", re.MULTILINE)
CRITERES_A_ET_AA = 55  # of WCAG 2.2


def introuvables(texte: str) -> list[str]:
    """Return the tests that a text names and that are not there."""
    absents = []
    for fichier, nom in PREUVE.findall(texte):
        chemin = RACINE / fichier
        connus = (
            {n.name for n in ast.walk(ast.parse(chemin.read_text())) if isinstance(n, ast.FunctionDef)}
            if (chemin.exists())
            else set()
        )
        if not chemin.exists() or (nom and nom not in connus):
            absents.append(f"{fichier}::{nom}")
    return absents


def partie(titre: str) -> str:
    """Return the part of the checklist under a title."""
    return LISTE.read_text().split(f"\n## {titre}")[1].split("\n## ")[0]


def test_chaque_preuve_nommee_existe() -> None:
    assert PREUVE.search(LISTE.read_text())
    assert introuvables(LISTE.read_text()) == []


def test_chaque_mot_d_une_preuve_est_defini() -> None:
    mots = {trouve["mot"] for trouve in RANGEE.finditer(partie("Les preuves"))}
    criteres = [trouve["preuves"] for trouve in CRITERE.finditer(partie("Les critères"))]
    gabarits_dits = [ligne.rsplit("|", 2)[1] for ligne in partie("Gabarit par gabarit").splitlines() if "|" in ligne]
    dits = set(re.findall(r"`([^`]+)`", " ".join([*criteres, *gabarits_dits])))
    assert dits
    assert dits - mots == set()


def test_chaque_critere_y_est_une_fois() -> None:
    criteres = [trouve[1] for trouve in CRITERE.finditer(partie("Les critères"))]
    assert len(set(criteres)) == len(criteres) == CRITERES_A_ET_AA


def test_chaque_gabarit_d_une_page_y_est() -> None:
    dits = set(re.findall(r"^\| `([\w.]+)`", partie("Gabarit par gabarit"), re.MULTILINE))
    pages = {nom.rsplit("/", 1)[1] for nom in gabarits() if re.fullmatch(r"pages/\w+_page\.html", nom)}
    assert pages - dits == set()


@pytest.mark.parametrize("preuve", ["tests/absent.py", "tests/coherence/test_accessibilite.py::test_absent"])
def test_une_preuve_absente_est_vue(preuve: str) -> None:
    assert len(introuvables(f"`{preuve}`")) == 1
