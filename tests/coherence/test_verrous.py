"""The lock files: exact versions with hashes, in agreement with each other and with `pyproject.toml`."""

import re
import tomllib
from typing import NamedTuple

import pytest

from .arbre import RACINE

PAQUET = re.compile(r"^([a-z0-9._-]+)(?:\[[^\]]*\])?(==\S+)?", re.IGNORECASE)


class Ligne(NamedTuple):
    """One locked package."""

    nom: str
    version: str
    empreintes: int


def normaliser(nom: str) -> str:
    """Return the name of a package as registries compare it."""
    return re.sub(r"[-_.]+", "-", nom).lower()


def lire(texte: str) -> list[Ligne]:
    """Read a lock file; a package that is not pinned has an empty version."""
    entrees = re.sub(r"\\\n\s*", " ", re.sub(r"^\s*#.*\n?", "", texte, flags=re.MULTILINE)).splitlines()
    lues = [(PAQUET.match(entree), entree.count("--hash=sha256:")) for entree in entrees if entree.strip()]
    return [Ligne(normaliser(lu[1]), lu[2] or "", empreintes) if lu else Ligne("?", "", 0) for lu, empreintes in lues]


def fautes(lignes: list[Ligne]) -> list[str]:
    """Return the packages without an exact version or without a hash."""
    return [ligne.nom for ligne in lignes if not ligne.version or not ligne.empreintes]


def verrou(fichier: str) -> list[Ligne]:
    """Read one of our lock files."""
    return lire((RACINE / fichier).read_text())


@pytest.mark.parametrize(
    "fichier", ["requirements.txt", "requirements-dev.txt", "tests/bancs/requirements-presidio.txt"]
)
def test_chaque_paquet_est_epingle_avec_ses_empreintes(fichier: str) -> None:
    assert verrou(fichier)
    assert fautes(verrou(fichier)) == []
    assert "://" not in (RACINE / fichier).read_text()


def test_les_deux_verrous_s_accordent() -> None:
    assert {(ligne.nom, ligne.version) for ligne in verrou("requirements.txt")} <= {
        (ligne.nom, ligne.version) for ligne in verrou("requirements-dev.txt")
    }


@pytest.mark.parametrize(
    ("fichier", "section"), [("requirements.txt", "dependencies"), ("requirements-dev.txt", "dependency-groups")]
)
def test_chaque_dependance_est_verrouillee(fichier: str, section: str) -> None:
    projet = tomllib.loads((RACINE / "pyproject.toml").read_text())
    voulues = projet["project"]["dependencies"] if section == "dependencies" else projet[section]["dev"]
    noms = {normaliser(lu[1]) for voulue in voulues if (lu := PAQUET.match(voulue))}
    assert noms
    assert noms - {ligne.nom for ligne in verrou(fichier)} == set()


def test_une_faute_est_vue() -> None:
    texte = "# via x\nbon==1.0 ; python_version < '3.12' \\\n    --hash=sha256:aa\nsans-empreinte==1\nlibre>=2\n"
    assert fautes(lire(texte)) == ["sans-empreinte", "libre"]
