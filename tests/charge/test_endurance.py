"""A crowd reads while some write: no error, nothing lost, memory flat. By `make epreuves`, ten minutes."""

import asyncio
import os
from pathlib import Path

import pytest

from tests.parcours.gestes import MOT_DE_PASSE

from .endurance import Ampleur, Endurance
from .grappe import grappe
from .monde import citer, des_paroles, des_textes_a_lire, la_demonstration, un_petit_site
from .releve import croissances, ecrire, rapport_d_endurance
from .verite import ecarts

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("services")]
ENTIERE_S = 600.0
CROISSANCE = 1.10
A_LIRE = 10
FUMEE = Ampleur(duree=10, lecteurs=20, moderatrices=2, ressources=1, pause=2, pause_d_ecriture=1)
LONGUE = Ampleur(
    duree=float(os.environ.get("CHARGE_DUREE", ENTIERE_S)),
    lecteurs=int(os.environ.get("CHARGE_LECTEURS", "200")),
    moderatrices=5,
    ressources=5,
    pause=float(os.environ.get("CHARGE_PAUSE", "6")),
    pause_d_ecriture=float(os.environ.get("CHARGE_PAUSE_D_ECRITURE", "12")),
)


def eprouver(dossier: Path, ampleur: Ampleur, textes: int, processus: int, fils: int) -> Endurance:
    """Run a trial, and check that nothing went wrong and that what was said to be written is."""
    paroles = des_paroles(textes)
    citer(paroles)
    des_textes_a_lire(A_LIRE, apres=textes)
    with grappe(dossier, processus=processus, fils=fils) as ensemble:
        endurance = Endurance(ensemble, ampleur)
        endurance.recruter(deja=textes + A_LIRE)
        asyncio.run(endurance.mener(paroles, MOT_DE_PASSE))
    endurance.perdues = ecarts(endurance.ecrit)
    trouve = "\n".join([*endurance.erreurs, *endurance.ecrit.erreurs, *endurance.perdues])
    (dossier / "rapport.md").write_text(f"{rapport_d_endurance(endurance)}\n\n{trouve}\n")
    assert endurance.erreurs == []
    assert endurance.ecrit.erreurs == []
    assert endurance.perdues == []
    return endurance


def test_une_petite_foule_lit_pendant_que_d_autres_ecrivent(tmp_path: Path) -> None:
    un_petit_site()
    ecrit = eprouver(tmp_path, FUMEE, textes=4, processus=1, fils=2).ecrit
    assert ecrit.lignes
    assert ecrit.evenements
    assert ecrit.soumis


@pytest.mark.epreuve
def test_dix_minutes_a_deux_cents_connexions(tmp_path: Path) -> None:
    la_demonstration()
    endurance = eprouver(tmp_path, LONGUE, textes=20, processus=2, fils=4)
    if endurance.duree >= ENTIERE_S:
        ecrire("Dix minutes à deux cents connexions", rapport_d_endurance(endurance))
    memoires = croissances(endurance)
    assert len(memoires) == len(endurance.noms), "a process was replaced"
    assert [rangee for rangee in memoires if rangee[3] > CROISSANCE] == []
