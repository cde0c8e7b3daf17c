"""The disk is full, really: whoever sends words keeps them, no half of a row is there; it goes when there is room."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import Error, connections
from django.test import Client

from temoignages.actions.journal import tracer
from temoignages.chambre.scelles import creer_cle
from temoignages.coffre.models import CleDepot
from temoignages.models import Consentement, Depot
from tests.coherence.arbre import RACINE
from tests.temoignages.views.envoi import MOTS, TEMOIGNER, formulaire, page, texte_garde

from .noeud import NoeudMortel, attendre, demander

pytestmark = pytest.mark.django_db(transaction=True)
REFUSE = "Cette machine interdit de monter un disque à part (unshare) : le disque plein n’a pas été essayé en vrai."
SEUL = ["unshare", "--user", "--map-root-user", "--mount"]
SANS_FIN = 1_073_741_823  # pages
PLACE = 4 * 1024 * 1024  # bytes, beside the databases


def remplir(alias: str) -> None:
    """Write small rows until one is refused."""
    while True:
        if alias == "coffre":
            creer_cle(uuid4())
        else:
            tracer("essayer", "depot", uuid4())


@pytest.fixture(params=["default", "coffre"])
def base_pleine(request: pytest.FixtureRequest) -> Iterator[str]:
    """Fill one of the databases: SQLite then says « database or disk is full », as on a full disk."""
    with connections[request.param].cursor() as curseur:
        curseur.execute("PRAGMA page_count")
        curseur.execute(f"PRAGMA max_page_count = {curseur.fetchone()[0]}")
        with pytest.raises(Error, match="full"):
            remplir(request.param)
        yield request.param
        curseur.execute(f"PRAGMA max_page_count = {SANS_FIN}")


def compter() -> list[int]:
    return [modele._default_manager.count() for modele in (Depot, Consentement, CleDepot)]


def test_des_mots_envoyes_quand_la_base_est_pleine_restent_dans_la_page_puis_passent(base_pleine: str) -> None:
    avant = compter()
    # Long: the pages that the tables have already hold no more of it.
    visiteur, envoi = Client(raise_request_exception=False), formulaire(texte=f"{MOTS} <b>& moi</b>\n" * 300)
    reponse = visiteur.post(TEMOIGNER, envoi)
    assert (reponse.status_code, reponse["Retry-After"], reponse["Cache-Control"]) == (503, "60", "no-store")
    assert texte_garde(reponse).replace("\r\n", "\n") == envoi["texte"]
    assert f'name="jeton" value="{envoi["jeton"]}"' in page(reponse)
    assert compter() == avant
    with connections[base_pleine].cursor() as curseur:
        curseur.execute(f"PRAGMA max_page_count = {SANS_FIN}")
    for _fois in range(2):
        assert visiteur.post(TEMOIGNER, envoi).status_code == 200
    assert Depot.objects.count() == 1


class NoeudAPart(NoeudMortel):
    """A node whose data are on a small disk of its own, that only it sees."""

    def __init__(self, reglages: dict[str, str], dossier: Path, donnees: Path) -> None:
        """Take what the disk begins with (`donnees`), and where it is mounted."""
        super().__init__("a-part", reglages, dossier)
        self.donnees, self.disque = donnees, dossier / "disque"
        self.disque.mkdir()

    def demarrer(self) -> None:
        """Mount, copy, then become the node."""
        poids = sum(fichier.stat().st_size for fichier in self.donnees.iterdir())
        monter = 'mount -t tmpfs -o "size=$1" tmpfs "$2" && cp -r "$3/." "$2" && shift 3 && exec "$@"'
        disque = ["sh", "-c", monter, "sh", str(poids + PLACE), str(self.disque), str(self.donnees)]
        porte = self.prise.fileno()
        serveur = [sys.executable, "-m", "gunicorn", self.application, "--bind", f"fd://{porte}"]
        with self.journal.open("ab") as journal:
            self._processus = subprocess.Popen(
                [*SEUL, *disque, *serveur],
                cwd=RACINE,
                env=self.environnement,
                pass_fds=[porte],
                stdout=journal,
                stderr=journal,
            )

    @property
    def vu_d_ici(self) -> Path:
        """The disk, through the eyes of the node."""
        return Path(f"/proc/{self.pid}/root{self.disque}")

    def rangees(self) -> int:
        """Return how many deposits its database holds, in a copy: SQLite would look for the disk among ours."""
        for fichier in self.vu_d_ici.glob("site.sqlite3*"):
            shutil.copy(fichier, self.donnees)
        with closing(sqlite3.connect(self.donnees / "site.sqlite3")) as base:
            return int(base.execute("SELECT count(*) FROM temoignages_depot").fetchone()[0])


@pytest.fixture
def a_part(reglages: dict[str, str], tmp_path: Path) -> Iterator[NoeudAPart]:
    """Start a node on a disk of its own; skip, and say so, where this machine forbids it."""
    if not shutil.which("unshare") or subprocess.run([*SEUL, "true"], capture_output=True, check=False).returncode:
        pytest.skip(REFUSE)
    donnees = tmp_path / "donnees"
    donnees.mkdir()
    for alias, nom in (("default", "site"), ("coffre", "coffre")):
        with closing(sqlite3.connect(donnees / f"{nom}.sqlite3")) as copie:
            connections[alias].ensure_connection()
            connections[alias].connection.backup(copie)
    disque = tmp_path / "disque"
    reglages |= {"DATABASE_URL": f"sqlite:///{disque}/site.sqlite3", "COFFRE_URL": f"sqlite:///{disque}/coffre.sqlite3"}
    with NoeudAPart(reglages, tmp_path, donnees) as noeud:
        yield noeud


def test_sur_un_disque_plein_on_lit_on_n_ecrit_pas_et_rien_n_est_perdu(a_part: NoeudAPart) -> None:
    envoi = formulaire()
    lest = a_part.vu_d_ici / "lest"
    with pytest.raises(OSError, match="No space left"):
        lest.write_bytes(bytes(2 * PLACE))  # as much of it as there is room for
    with pytest.raises(OSError, match="No space left"):
        (a_part.vu_d_ici / "encore").write_bytes(bytes(4096))
    assert demander(a_part.port, TEMOIGNER).statut == 200
    recue = demander(a_part.port, TEMOIGNER, envoi)
    assert (recue.statut, recue.entetes["retry-after"]) == (503, "60")
    assert MOTS in recue.corps
    assert a_part.rangees() == 0
    lest.unlink()
    attendre(lambda: demander(a_part.port, TEMOIGNER, envoi).statut == 200, "room again")
    assert a_part.rangees() == 1
    assert "Panne : OperationalError" in a_part.journal_lu()
    assert MOTS not in a_part.journal_lu()
