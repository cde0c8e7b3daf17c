"""The throw-away server: found where Debian puts it, refused in one line, gone afterwards."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.services import postgresql
from tests.services.postgresql import ABSENT, PostgresqlAbsent, dossier_des_programmes, main, serveur


def installer(dossier: Path) -> Path:
    """Make a folder that looks like an installed server."""
    dossier.mkdir(parents=True)
    for nom in ("initdb", "postgres"):
        (dossier / nom).touch(stat.S_IRWXU)
    return dossier


def test_la_version_la_plus_recente_de_debian_est_prise(tmp_path: Path) -> None:
    installer(tmp_path / "9.6" / "bin")
    assert dossier_des_programmes("", tmp_path) == tmp_path / "9.6" / "bin"
    neuve = installer(tmp_path / "15" / "bin")
    assert dossier_des_programmes("", tmp_path) == neuve


def test_le_chemin_des_programmes_passe_avant(tmp_path: Path) -> None:
    installer(tmp_path / "15" / "bin")
    ailleurs = installer(tmp_path / "ailleurs")
    assert dossier_des_programmes(str(ailleurs), tmp_path) == ailleurs


def test_un_client_seul_ne_suffit_pas(tmp_path: Path) -> None:
    (installer(tmp_path / "15" / "bin") / "postgres").unlink()
    with pytest.raises(PostgresqlAbsent, match="apt install postgresql"):
        dossier_des_programmes("", tmp_path)


def test_sans_postgresql_une_ligne_et_un_echec(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def absent() -> Path:
        raise PostgresqlAbsent(ABSENT)

    monkeypatch.setattr(postgresql, "dossier_des_programmes", absent)
    assert main([sys.executable, "-c", "print('jamais')"]) == 1
    assert capsys.readouterr() == ("", f"{ABSENT}\n")


def test_la_commande_tourne_sur_un_serveur_a_elle_puis_il_n_en_reste_rien() -> None:
    with serveur() as environnement:
        dossier = Path(environnement["PGHOST"])
        demande: list[str | Path] = [dossier_des_programmes() / "pg_isready", "-h", environnement["PGHOST"]]
        assert subprocess.run(demande, check=False, capture_output=True).returncode == 0
        assert stat.S_IMODE(dossier.stat().st_mode) == stat.S_IRWXU
    assert not dossier.exists()


@pytest.mark.parametrize("code", [0, 3])
def test_le_code_de_sortie_est_celui_de_la_commande(code: int) -> None:
    assert main([sys.executable, "-c", f"import os; os.environ['PGHOST']; raise SystemExit({code})"]) == code
