"""Production settings: nothing to report before deployment, and no start without a secret."""

import os
import subprocess
import sys
from base64 import b64encode
from pathlib import Path

import pytest

from .arbre import RACINE


@pytest.fixture
def variables(tmp_path: Path) -> dict[str, str]:
    """Return the least that production asks for, and nothing of the environment of the tests."""
    cle = b64encode(bytes(32)).decode()
    (tmp_path / "trousseau").write_text(f"cle-1 {cle}\n")
    (tmp_path / "poivre").write_text(cle)
    return {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "site_campagne.settings.production",
        "PYTHONWARNINGS": "error",
        "SECRET_KEY": "".join(chr(ord("!") + rang) for rang in range(70)),
        "DATABASE_URL": f"sqlite:///{tmp_path}/site.sqlite3",
        "COFFRE_URL": f"sqlite:///{tmp_path}/coffre.sqlite3",
        "TROUSSEAU": str(tmp_path / "trousseau"),
        "POIVRE": str(tmp_path / "poivre"),
        "ALLOWED_HOSTS": "campagne.exemple.org",
        "DOSSIER_DONNEES": str(tmp_path),
    }


def verifier(variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run Django's deployment checks in a process of their own; a warning is a failure."""
    commande = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    return subprocess.run(commande, cwd=RACINE, env=variables, capture_output=True, text=True, check=False)


def test_rien_a_signaler_avant_un_deploiement(variables: dict[str, str]) -> None:
    resultat = verifier(variables)
    assert resultat.returncode == 0, resultat.stdout + resultat.stderr


@pytest.mark.parametrize("absente", ["SECRET_KEY", "TROUSSEAU", "POIVRE", "DATABASE_URL", "COFFRE_URL"])
def test_la_production_refuse_de_demarrer_sans(absente: str, variables: dict[str, str]) -> None:
    del variables[absente]
    resultat = verifier(variables)
    assert resultat.returncode != 0
    assert absente in resultat.stderr


@pytest.mark.parametrize("secret", ["TROUSSEAU", "POIVRE"])
def test_la_production_ne_cree_pas_un_secret_qui_manque(secret: str, variables: dict[str, str]) -> None:
    Path(variables[secret]).unlink()
    resultat = verifier(variables)
    assert resultat.returncode != 0
    assert secret in resultat.stderr
    assert not Path(variables[secret]).exists()
