"""The tools of these proofs that are not Python's: what is missing is said aloud, and leaves its leg out."""

import os
import shutil
from pathlib import Path

import pytest

ICI = Path(__file__).parent
MODULES = ICI / "node_modules"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def commande(nom: str, paquet: str) -> str:
    """Return the path of a program; leave the test out, saying what to install, when there is none."""
    trouvee = shutil.which(nom)
    if trouvee is None:
        pytest.skip(f"PREUVE NON FAITE : il manque {nom} (sudo apt install {paquet})")
    return trouvee


def paquet_npm(chemin: str) -> Path:
    """Return a file of a package of `package-lock.json`; leave the test out when `npm ci` has not been run."""
    fichier = MODULES / chemin
    if not fichier.exists():
        pytest.skip(
            "PREUVE NON FAITE : il manque les paquets de tests/epreuves (« make epreuves » avec npm les installe)"
        )
    return fichier


def chromium() -> str:
    """Return the path of the browser that `CHROMIUM` names, or of the first found."""
    trouve = next(filter(None, map(shutil.which, (os.environ.get("CHROMIUM", ""), *CHROMIUM))), None)
    return trouve or commande(CHROMIUM[0], CHROMIUM[0])
