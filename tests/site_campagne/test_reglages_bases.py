"""How long the site waits for what may hang: PostgreSQL, where its address says nothing else; the mail server."""

import pytest

from site_campagne.settings import donnees
from site_campagne.settings.donnees import OPTIONS_POSTGRESQL, OPTIONS_SQLITE, base_de_donnees


@pytest.mark.parametrize(("suite", "attendu"), [("", 3), ("?connect_timeout=9&sslmode=require", 9)])
def test_l_attente_de_postgresql_est_bornee_et_son_adresse_a_le_dernier_mot(
    suite: str, attendu: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BASE_D_ESSAI", f"postgres://compte@serveur.exemple.org/site{suite}")
    base = base_de_donnees("BASE_D_ESSAI")
    assert base["OPTIONS"]["connect_timeout"] == attendu
    assert base["OPTIONS"].keys() - {"sslmode"} == OPTIONS_POSTGRESQL.keys()
    assert ("sslmode" in base["OPTIONS"]) == ("sslmode" in suite)


def test_sqlite_garde_ses_propres_reglages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BASE_D_ESSAI", "sqlite:////tmp/site.sqlite3")
    assert base_de_donnees("BASE_D_ESSAI")["OPTIONS"] == OPTIONS_SQLITE


def test_un_serveur_de_courriel_muet_ne_retient_personne() -> None:
    assert 0 < donnees.EMAIL_TIMEOUT < 30
