"""Nothing in the repository depends on one machine: no path of a home folder, no address of a package registry."""

import re

import pytest

from .arbre import RACINE, court, fichiers_suivis

MOTIF = re.compile(
    r"(?<!no-emit-)index-url|(?<!no-emit-)find-links|file:///|(?<![\w.])/(?:root|home|Users)/"
    r"|pythonhosted\.org|pypi\.org/simple|registry\.npmjs",
)
MOI = RACINE / "tests" / "coherence" / "test_chemins.py"


def lignes_fautives(texte: str) -> list[str]:
    """Return the lines that name a machine or a registry."""
    return [ligne for ligne in texte.splitlines() if MOTIF.search(ligne)]


def test_aucun_chemin_de_machine_ni_depot_de_paquets() -> None:
    fautes = []
    for chemin in fichiers_suivis():
        contenu = chemin.read_bytes()
        if b"\0" not in contenu and chemin != MOI:
            fautes += [(court(chemin), ligne) for ligne in lignes_fautives(contenu.decode())]
    assert fautes == []


def test_aucune_adresse_ne_prend_un_nombre_sans_borne() -> None:
    """A number that no column holds is an error of the database where a row is sought by it: `numero` has a bound."""
    sources = [f for f in fichiers_suivis() if f.suffix == ".py" and not court(f).startswith("tests/")]
    assert [court(f) for f in sources if "<int:" in f.read_text()] == []


def test_aucun_secret_local_n_est_suivi() -> None:
    assert [court(f) for f in fichiers_suivis() if f.name == ".env" or f.suffix in {".sqlite3", ".pem", ".key"}] == []


@pytest.mark.parametrize(
    "ligne", ["--index-url https://x", "--find-links=/a", "file:///a", "/home/moi/a", "PATH=/root/a"]
)
def test_une_faute_est_vue(ligne: str) -> None:
    assert lignes_fautives(ligne) == [ligne]


@pytest.mark.parametrize("ligne", ["uv pip compile --no-emit-index-url --no-emit-find-links", "pages/home/x"])
def test_ce_qui_est_permis_passe(ligne: str) -> None:
    assert lignes_fautives(ligne) == []
