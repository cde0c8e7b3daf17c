"""PostgreSQL gone, frozen, back: who reads is told to come back, who writes keeps their words, and nobody restarts."""

import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from django.db import connections
from psycopg import sql

from site_campagne.etat.dependances import attendues
from temoignages.chambre.trousseau import poivre, trousseau
from tests.charge.noeuds import Travailleur
from tests.gardes.bases import NEUVES
from tests.gardes.copies import _modele
from tests.pannes.noeud import NoeudMortel, Recue, attendre, demander, reglages_de
from tests.services.postgresql import ROLE, Serveur, dossier_court
from tests.temoignages.views.envoi import MOTS, TEMOIGNER, formulaire

pytestmark = pytest.mark.django_db(transaction=True)  # for its migrations alone
PATIENCE_S = 2  # what a statement may take, for a node of these trials
LECTEURS = 12  # three for each thread of the node
FAITE = "SELECT 1 FROM django_tasks_database_dbtaskresult WHERE id = %s AND status = 'SUCCESSFUL'"
TROP_S = 40  # of a busy machine; without a limit, it would be for ever


@pytest.fixture(scope="module")
def base(django_db_setup: None) -> Iterator[Serveur]:
    """Start a server of its own, with the databases as the migrations made them."""
    with dossier_court() as dossier:
        serveur = Serveur(dossier)
        serveur.demarrer()
        try:
            for alias in connections:
                remplir(serveur, alias)
            yield serveur
        finally:
            serveur.arreter()


def remplir(serveur: Serveur, alias: str) -> None:
    """Copy a database of this run; that of the safe, made without its migrations, says that it had them."""
    la_bas = ["--host", str(serveur.dossier), "--username", ROLE]
    subprocess.run([str(serveur.programmes / "createdb"), *la_bas, alias], check=True)
    with subprocess.Popen(
        [serveur.programmes / "pg_dump", _modele(connections[alias], NEUVES)], stdout=subprocess.PIPE
    ) as copie:
        psql = [str(serveur.programmes / "psql"), "--quiet", "--output", "/dev/null", *la_bas, alias]
        subprocess.run(psql, stdin=copie.stdout, check=True)
    assert copie.returncode == 0
    if alias == "coffre":
        with psycopg.connect(host=str(serveur.dossier), user=ROLE, dbname=alias) as lien:
            lien.execute("CREATE TABLE IF NOT EXISTS django_migrations (id serial, app text, name text, applied date)")
            for app, nom in attendues():
                lien.execute("INSERT INTO django_migrations (app, name) VALUES (%s, %s)", [app, nom])


@pytest.fixture(scope="module")
def reglages(base: Serveur, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the environment of what runs on that server."""
    trousseau(), poivre()  # made on first use
    return reglages_de(
        PGHOST=str(base.dossier),
        DATABASE_URL="postgresql:///default?connect_timeout=2",
        COFFRE_URL="postgresql:///coffre?connect_timeout=2",
        FICHIER_DE_FERMETURE=str(tmp_path_factory.mktemp("drapeau") / "site-ferme"),
        PATIENCE=str(PATIENCE_S),
        TACHES="travailleur",
    )


@pytest.fixture(scope="module")
def noeud(reglages: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[NoeudMortel]:
    """Start a node on that server."""
    with NoeudMortel("noeud", reglages, tmp_path_factory.mktemp("noeud")) as marche:
        yield marche


def depots(base: Serveur) -> int:
    """Return how many deposits there are, once they are on the disk: the server of the tests answers before."""
    with psycopg.connect(host=str(base.dossier), user=ROLE, dbname="default", autocommit=True) as lien:
        lien.execute("CHECKPOINT")
        (nombre,) = lien.execute("SELECT count(*) FROM temoignages_depot").fetchone() or (0,)
    return int(nombre)


def est_calme(recue: Recue) -> bool:
    """Say whether an answer is the page of an outage: in French, with the help lines, without an error of ours."""
    dits = ("Le site ne répond pas en ce moment", "tel:+18662773553", '<html lang="fr-CA">')
    return (
        (recue.statut, recue.entetes.get("retry-after"), recue.entetes.get("cache-control")) == (503, "60", "no-store")
        and all(dit in recue.corps for dit in dits)
        and "Traceback" not in recue.corps
    )


def test_la_base_s_en_va_et_revient_sans_que_personne_ne_redemarre(base: Serveur, noeud: NoeudMortel) -> None:
    attendre(lambda: demander(noeud.port, TEMOIGNER).statut == 200, "connections are open")
    avant, envoi = depots(base), formulaire()
    base.arreter(brutal=True)
    try:
        for adresse in ("/", "/en/", TEMOIGNER, "/paroles/k7q2m/"):
            recue = demander(noeud.port, adresse)
            assert est_calme(recue) or (recue.statut, adresse) == (503, "/en/"), adresse
        gardee = demander(noeud.port, TEMOIGNER, envoi)
        assert est_calme(gardee)
        assert MOTS in gardee.corps
        assert f'name="jeton" value="{envoi["jeton"]}"' in gardee.corps
        assert demander(noeud.port, "/static/css/base.css").statut == 200
        assert demander(noeud.port, "/sante/").statut == 200
        pret = demander(noeud.port, "/sante/pret/")
        assert (pret.statut, '"bases": "panne"' in pret.corps) == (503, True)
    finally:
        base.demarrer()
    attendre(lambda: demander(noeud.port, TEMOIGNER).statut == 200, "pages are back")
    assert demander(noeud.port, "/sante/pret/").statut == 200
    assert [demander(noeud.port, TEMOIGNER, envoi).statut for _fois in range(2)] == [200, 200]
    assert depots(base) == avant + 1
    dits = noeud.journal_lu()
    assert "Panne : OperationalError" in dits
    assert MOTS not in dits
    assert str(base.dossier) not in dits, "nor where it is"


def test_une_base_figee_ne_fige_pas_le_noeud(base: Serveur, noeud: NoeudMortel) -> None:
    attendre(lambda: demander(noeud.port, TEMOIGNER).statut == 200, "connections are open")
    avant, envoi = depots(base), formulaire()
    base.figer()
    try:
        debut = time.monotonic()
        with ThreadPoolExecutor(LECTEURS) as fils:
            recues = list(fils.map(lambda _rang: demander(noeud.port, TEMOIGNER), range(LECTEURS)))
        assert all(est_calme(recue) for recue in recues)
        assert time.monotonic() - debut < TROP_S
        debut = time.monotonic()
        assert demander(noeud.port, "/sante/").statut == 200
        assert demander(noeud.port, "/static/css/base.css").statut == 200
        assert MOTS in demander(noeud.port, TEMOIGNER, envoi).corps
        assert time.monotonic() - debut < TROP_S
        assert demander(noeud.port, "/sante/pret/").statut == 503
    finally:
        base.degeler()
    attendre(lambda: demander(noeud.port, TEMOIGNER).statut == 200, "pages are back")
    assert demander(noeud.port, TEMOIGNER, envoi).statut == 200
    assert depots(base) == avant + 1
    assert "ConnectionTimeout" in noeud.journal_lu()


def test_une_rangee_tenue_par_un_autre_ne_retient_pas_un_fil(base: Serveur, noeud: NoeudMortel) -> None:
    attendre(lambda: demander(noeud.port, TEMOIGNER).statut == 200, "pages are back")
    avant, envoi = depots(base), formulaire()
    with psycopg.connect(host=str(base.dossier), user=ROLE, dbname="default") as autre:
        autre.execute("LOCK TABLE temoignages_depot IN EXCLUSIVE MODE")  # who reads passes
        gardee = demander(noeud.port, TEMOIGNER, envoi)
        assert est_calme(gardee)
        assert MOTS in gardee.corps
        assert demander(noeud.port, TEMOIGNER).statut == 200, "the server answers: nobody else is sent away"
    assert demander(noeud.port, TEMOIGNER, envoi).statut == 200
    assert depots(base) == avant + 1


def test_le_travailleur_attend_sa_base_et_reprend(base: Serveur, reglages: dict[str, str], tmp_path: Path) -> None:
    def dit(mots: str) -> bool:
        return mots in (tmp_path / "travailleur.log").read_text()

    def est_faite(tache: str) -> bool:
        with psycopg.connect(host=str(base.dossier), user=ROLE, dbname="default") as lien:
            return lien.execute(FAITE, [tache]).fetchone() is not None

    with Travailleur(reglages, tmp_path) as travailleur:
        premiere = confier(base)
        attendre(lambda: est_faite(premiere), "a task is done")
        base.arreter(brutal=True)
        try:
            attendre(lambda: dit("La base ne répond plus"), "it is said")
        finally:
            base.demarrer()
        # By its name: this server writes nothing at once to its disk, and forgets what it did last.
        seconde = confier(base)
        attendre(lambda: est_faite(seconde), "the next task is done")
        assert travailleur._processus.poll() is None, "the same process"


def confier(base: Serveur) -> str:
    """Queue a mail for an account that nobody has, a task that ends at once; return its name."""
    tache = str(uuid4())
    rangee = {
        "id": tache,
        "status": "READY",
        "enqueued_at": "now",
        "run_after": "now",
        "args_kwargs": '{"args": [0, "ajoute"], "kwargs": {}}',
        "priority": 0,
        "task_path": "reseau.taches.envoyer_avis",
        "worker_ids": "[]",
        "queue_name": "default",
        "backend_name": "default",
        "exception_class_path": "",
        "traceback": "",
    }
    colonnes = sql.SQL(", ").join(map(sql.Identifier, rangee))
    places = sql.SQL(", ").join([sql.Placeholder()] * len(rangee))
    ajouter = sql.SQL("INSERT INTO django_tasks_database_dbtaskresult ({}) VALUES ({})").format(colonnes, places)
    with psycopg.connect(host=str(base.dossier), user=ROLE, dbname="default") as lien:
        lien.execute(ajouter, list(rangee.values()))
    return tache
