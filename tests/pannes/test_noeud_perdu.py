"""Two nodes behind nginx, one is killed: no reader sees it; what was being written is written once, or not at all.

An answer that had begun to leave is cut, as no proxy can take back its head: whoever had it asks again, and reads.
"""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from http.client import IncompleteRead
from pathlib import Path
from threading import Event

import pytest
from django.db import connection

from temoignages.coffre.models import CleDepot
from temoignages.models import Depot
from tests.charge.noeuds import ATTENTE_S
from tests.services.courriel import HOTE
from tests.services.nginx import ABSENT, Nginx, NginxAbsent
from tests.temoignages.views.envoi import MOTS, TEMOIGNER, formulaire

from .noeud import NoeudMortel, attendre, demander

pytestmark = pytest.mark.django_db(transaction=True)
LECTEURS, LECTURES = 3, 30


@pytest.fixture
def noeuds(reglages: dict[str, str], tmp_path: Path) -> Iterator[tuple[NoeudMortel, NoeudMortel]]:
    """Start two nodes together."""
    premier, second = (NoeudMortel(nom, reglages, tmp_path) for nom in ("premier", "second"))
    with ExitStack() as pile:
        for noeud in (premier, second):
            noeud.demarrer()
            pile.push(noeud)
        for noeud in (premier, second):
            noeud.attendre()
        yield premier, second


def facade(dossier: Path, *amonts: str) -> Nginx:
    """Return nginx in front of these; skip, and say so, where there is none."""
    try:
        return Nginx(dossier / "nginx", *amonts)
    except NginxAbsent:
        pytest.skip(ABSENT)


def test_un_noeud_tue_pendant_qu_on_lit_ne_perd_aucune_lecture(
    noeuds: tuple[NoeudMortel, NoeudMortel], tmp_path: Path
) -> None:
    assez, statuts, coupees = Event(), list[int](), list[IncompleteRead]()

    def lire() -> None:
        while not assez.is_set():
            try:
                statuts.append(demander(nginx.port, TEMOIGNER).statut)
            except IncompleteRead as coupee:
                coupees.append(coupee)

    with facade(tmp_path, *(f"{HOTE}:{noeud.port}" for noeud in noeuds)) as nginx, ThreadPoolExecutor(LECTEURS) as fils:
        lecteurs = [fils.submit(lire) for _rang in range(LECTEURS)]
        try:
            attendre(lambda: len(statuts) >= LECTURES, "reads before")
            noeuds[0].tuer()
            avant = len(statuts)
            attendre(lambda: len(statuts) >= avant + LECTURES, "reads after")
        finally:
            assez.set()
        for lecteur in lecteurs:
            lecteur.result(ATTENTE_S)
    assert set(statuts) == {200}
    assert len(coupees) <= LECTEURS, "only what was on its way when the node died"


def test_un_envoi_en_cours_sur_un_noeud_tue_n_est_jamais_rejoue_puis_se_refait(
    noeuds: tuple[NoeudMortel, NoeudMortel], tmp_path: Path
) -> None:
    premier, second = noeuds
    envoi = formulaire()
    base = str(connection.settings_dict["NAME"])
    # The second one is asked only when the first does not answer.
    with (
        facade(tmp_path, f"{HOTE}:{premier.port}", f"{HOTE}:{second.port} backup") as nginx,
        ThreadPoolExecutor(1) as fil,
    ):
        with closing(sqlite3.connect(base, isolation_level=None)) as verrou:
            verrou.execute("BEGIN IMMEDIATE")  # what writes waits for us
            envoye = fil.submit(demander, nginx.port, TEMOIGNER, envoi)
            attendre(CleDepot.objects.exists, "the deposit begins by its key")
            premier.tuer()
            recue = envoye.result(ATTENTE_S)
            verrou.execute("ROLLBACK")
        assert (recue.statut, recue.entetes["retry-after"]) == (503, "300")
        assert "tel:911" in recue.corps
        assert "POST" not in second.journal_lu()
        assert not Depot.objects.exists()
        reponses = [demander(nginx.port, TEMOIGNER, envoi) for _fois in range(2)]
    assert [reponse.statut for reponse in reponses] == [200, 200]
    assert reponses[0].corps.count("<output") == 1
    assert Depot.objects.count() == 1
    assert MOTS not in premier.journal_lu() + second.journal_lu()
