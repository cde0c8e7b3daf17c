"""On a machine in production, a command runs with the settings of production, or does not run."""

import os
from pathlib import Path

import pytest

import manage

from .manifestes import DEPLOI


@pytest.fixture
def lancees(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Type « manage.py sauvegarder » on a machine in production; return the settings of what runs."""
    fichier = tmp_path / "campagne.env"
    fichier.touch()
    vues: list[str] = []
    monkeypatch.setattr(manage, "PRODUCTION", fichier)
    monkeypatch.setattr(manage, "execute_from_command_line", lambda _mots: vues.append(os.environ[manage.SETTINGS]))
    monkeypatch.setattr("sys.argv", ["manage.py", "sauvegarder", "--exercice"])
    monkeypatch.delenv(manage.SETTINGS)
    return vues


def test_sans_ses_reglages_rien_ne_tourne(lancees: list[str]) -> None:
    with pytest.raises(SystemExit) as fin:
        manage.main()
    assert fin.value.code == "Ce site est en production. Tapez : sudo campagne-gerer sauvegarder --exercice"
    assert lancees == []
    assert manage.SETTINGS not in os.environ


def test_avec_eux_tout_tourne(lancees: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(manage.SETTINGS, "site_campagne.settings.production")
    manage.main()
    assert lancees == ["site_campagne.settings.production"]


def test_ailleurs_ce_sont_ceux_de_developpement(lancees: list[str]) -> None:
    manage.PRODUCTION.unlink()
    manage.main()
    assert lancees == ["site_campagne.settings.dev"]


def test_le_fichier_est_celui_que_lisent_les_services(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    lignes = [f for f in (DEPLOI / "systemd").iterdir() if f"EnvironmentFile={manage.PRODUCTION}\n" in f.read_text()]
    assert {f.suffix for f in lignes} == {".service"}
    assert len(lignes) == 3
    assert f"EnvironmentFile={manage.PRODUCTION} " in (DEPLOI / "systemd" / "campagne-gerer").read_text()
