"""Two places for archives, a key, files, a flag: of this test alone."""

from pathlib import Path

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def lieux_de_sauvegarde(settings: Settings, tmp_path: Path) -> Path:
    """Send archives, key, files and flag to a folder of this test; return it."""
    settings.SAUVEGARDES = str(tmp_path / "sauvegardes")
    settings.SAUVEGARDES_COFFRE = str(tmp_path / "coffre")
    settings.CLE_SAUVEGARDES = str(tmp_path / "cle")
    settings.FICHIER_DE_FERMETURE = str(tmp_path / "site-ferme")
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.VAR = tmp_path / "var"
    (tmp_path / "var").mkdir()
    return tmp_path
