"""From a SQLite site with a row in nearly every table to PostgreSQL: the same rows, the same words, or nothing."""

import io
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.db import connections
from django.db.migrations.recorder import MigrationRecorder
from pytest_django import Settings

from pages.recherche.modeles import EntreeRecherche
from reseau.models import Compte
from site_campagne.demenagement import demenager
from site_campagne.demenagement.tables import Table, tables_de
from site_campagne.sauvegarde.fermeture import fermer, rouvrir
from temoignages.coffre.models import CleDepot
from temoignages.models import Depot, Temoignage

from .vieille_base import VIDES

pytestmark = pytest.mark.django_db(transaction=True)
RACINE = Path(__file__).parents[2]
# Tables whose constraints refuse a row made blindly, and that the demonstration leaves empty.
VIDES_AU_PLUS = 6


@pytest.fixture(scope="module")
def vieille(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a SQLite site, made once by a process of its own."""
    dossier = tmp_path_factory.mktemp("vieille")
    propre = {nom: valeur for nom, valeur in os.environ.items() if not nom.startswith(("PG", "DATABASE", "COFFRE"))}
    reglages = {"DOSSIER_DONNEES": str(dossier), "DJANGO_SETTINGS_MODULE": "site_campagne.settings.dev"}
    reglages |= {"COURRIEL_URL": "dummymail://"}
    fait = subprocess.run(
        [sys.executable, "-m", "tests.postgresql.vieille_base"],
        cwd=RACINE,
        env=propre | reglages,
        capture_output=True,
        text=True,
        check=False,
    )
    assert fait.returncode == 0, fait.stderr[-2000:]
    vides = fait.stdout.splitlines()[-1].removeprefix(VIDES).split()
    assert len(vides) <= VIDES_AU_PLUS, vides
    return dossier


@pytest.fixture(autouse=True)
def pret(settings: Settings, tmp_path: Path) -> None:
    """Close the site; the safe of the tests is made without migrations: say that it has had them."""
    settings.FICHIER_DE_FERMETURE = str(tmp_path / "site-ferme")
    fermer()
    notes = MigrationRecorder(connections["coffre"])
    notes.ensure_schema()
    for application, nom in MigrationRecorder(connections["default"]).applied_migrations():
        if application == "coffre" and (application, nom) not in notes.applied_migrations():
            notes.record_applied(application, nom)


def migrer(dossier: Path) -> str:
    sortie = io.StringIO()
    fichiers = [f"--depuis={dossier / 'site.sqlite3'}", f"--coffre={dossier / 'coffre.sqlite3'}"]
    try:
        call_command("migrer_base", *fichiers, stdout=sortie, stderr=sortie)
    except CommandError as refus:
        return f"{sortie.getvalue()}REFUS : {refus}"
    return sortie.getvalue()


def copier(vieille: Path, vers: Path) -> Path:
    """Return a copy of the old site that a test may spoil."""
    for nom in ("site.sqlite3", "coffre.sqlite3"):
        with closing(sqlite3.connect(vieille / nom)) as de, closing(sqlite3.connect(vers / nom)) as a:
            de.backup(a)
    return vers


def executer(fichier: Path, sql: str) -> None:
    with closing(sqlite3.connect(fichier)) as base:
        base.executescript(f"PRAGMA foreign_keys=OFF; PRAGMA ignore_check_constraints=ON; {sql}")
        base.commit()


def test_chaque_rangee_arrive_et_le_site_continue(vieille: Path) -> None:
    dit = migrer(vieille)
    assert "pareilles des deux côtés" in dit, dit
    with closing(sqlite3.connect(vieille / "site.sqlite3")) as base:
        for table in tables_de("default"):
            (attendu,) = base.execute(f'SELECT count(*) FROM "{table.nom}"').fetchone()  # noqa: S608 - our own tables
            assert table.modele._base_manager.count() == attendu, table.nom
    assert Temoignage.objects.publies().exists()
    assert CleDepot.objects.exists()
    assert EntreeRecherche.objects.exists()
    # What is written next takes the next number, and generic links lead where they led.
    plus_grand = max(Compte.objects.values_list("pk", flat=True))
    assert Compte.objects.create_user("neuve").pk > plus_grand
    assert ContentType.objects.get_for_model(Depot).model_class() is Depot
    assert "n’est pas vide" in migrer(vieille)


@pytest.mark.parametrize(
    ("fichier", "sql", "dit"),
    [
        ("site.sqlite3", "UPDATE reseau_compte SET first_name = printf('%.*c', 200, 'x')", "reseau_compte"),
        ("site.sqlite3", "UPDATE reseau_compte SET first_name = char(65, 0, 66)", "reseau_compte"),
        ("site.sqlite3", "UPDATE wagtailcore_page SET owner_id = 987654 WHERE depth = 2", "n’existe pas"),
        ("site.sqlite3", "DELETE FROM django_migrations WHERE app = 'pages' AND name LIKE '0002%'", "migrations"),
        ("coffre.sqlite3", "DELETE FROM django_migrations WHERE app = 'coffre'", "coffre : les deux bases"),
    ],
)
def test_ce_qui_ne_passe_pas_est_dit_et_rien_n_est_ecrit(
    fichier: str, sql: str, dit: str, vieille: Path, tmp_path: Path
) -> None:
    copie = copier(vieille, tmp_path)
    executer(copie / fichier, sql)
    reponse = migrer(copie)
    assert "REFUS" in reponse
    assert dit in reponse
    assert not Compte.objects.exists()
    assert not CleDepot.objects.exists()


def test_une_rangee_alteree_en_route_est_vue(vieille: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ecrire = Table.ecrire

    def abimer(table: Table, base: object, rangees: list[tuple[object, ...]]) -> None:
        if table.nom == "temoignages_temoignage":
            rang = [champ.name for champ in table.champs].index("texte")
            rangees = [(*r[:rang], f"{r[rang]} ", *r[rang + 1 :]) for r in rangees]
        ecrire(table, base, rangees)  # type: ignore[arg-type]

    monkeypatch.setattr(Table, "ecrire", abimer)
    assert "ne sont pas pareilles : temoignages_temoignage" in migrer(vieille)
    assert not Compte.objects.exists()


def test_une_copie_interrompue_se_recommence(vieille: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as coupure:
        coupure.setattr(demenager, "_refermer", lambda _alias: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            migrer(vieille)
    assert not Compte.objects.exists()
    assert "pareilles des deux côtés" in migrer(vieille)


def test_le_site_ouvert_ou_un_fichier_absent_est_refuse(vieille: Path, tmp_path: Path) -> None:
    assert "introuvable" in migrer(tmp_path)
    rouvrir()
    assert "Le site est ouvert" in migrer(vieille)


def test_un_fichier_qui_n_est_pas_une_base_est_refuse(vieille: Path, tmp_path: Path) -> None:
    copier(vieille, tmp_path)
    (tmp_path / "site.sqlite3").write_bytes(b"rien" * 1000)
    assert "n’est pas une base SQLite" in migrer(tmp_path)
