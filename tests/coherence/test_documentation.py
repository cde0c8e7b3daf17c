"""The README and `.env.example` name what exists: every command of `make`, every environment variable."""

import re

import pytest

from .arbre import RACINE

VARIABLE = re.compile(r"\b(?:env\.\w+|base_de_donnees)\(\s*\"([A-Z][A-Z0-9_]+)\"")
CIBLE = re.compile(r"^([a-z-]+):.*##", re.MULTILINE)


def variables() -> set[str]:
    """Return the environment variables that the settings read, and those of gunicorn."""
    reglages = (RACINE / "site_campagne" / "settings").glob("*.py")
    fichiers = [*reglages, RACINE / "gunicorn.conf.py"]
    return {nom for chemin in fichiers for nom in VARIABLE.findall(chemin.read_text())}


def cibles() -> set[str]:
    """Return the documented targets of the Makefile."""
    return set(CIBLE.findall((RACINE / "Makefile").read_text()))


def absents(noms: set[str], texte: str) -> set[str]:
    """Return the names that `texte` does not hold as whole words."""
    return {nom for nom in noms if not re.search(rf"(?<![\w-]){re.escape(nom)}(?![\w-])", texte)}


def test_ce_qui_est_cherche_existe() -> None:
    assert {"SECRET_KEY", "DATABASE_URL", "COFFRE_URL", "TACHES"} <= variables()
    assert {"demo", "test", "lint", "format", "types", "clean"} <= cibles()


@pytest.mark.parametrize("fichier", ["README.md", ".env.example"])
def test_chaque_variable_est_documentee(fichier: str) -> None:
    assert absents(variables(), (RACINE / fichier).read_text()) == set()


def test_env_example_ne_nomme_rien_d_inconnu() -> None:
    nommees = set(re.findall(r"^([A-Z][A-Z0-9_]+)=", (RACINE / ".env.example").read_text(), re.MULTILINE))
    assert nommees - variables() == set()


def test_chaque_cible_est_dans_le_readme() -> None:
    assert absents({f"make {cible}" for cible in cibles()}, (RACINE / "README.md").read_text()) == set()


def test_un_absent_est_vu() -> None:
    assert absents({"make demo", "PORT"}, "make demo-longue, PORTE") == {"make demo", "PORT"}
