"""Both databases in every test that uses one, and left as the migrations made them.

SQLite is on files because several threads share it in the browser journeys, and because the bytes of the database file
are part of what is proved; `tests.services.postgresql` runs part of the suite on PostgreSQL. Django ends a
transactional test by emptying every table, also of what migrations created (root page, locales, permissions): here the
copy made after the migrations is put back instead. On SQLite a later run begins from that copy while no migration
changed: they take half a minute.
"""

import os
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connections
from django.test import TransactionTestCase
from pytest_django import DjangoDbBlocker

from . import copies

FIXTURES_DE_BASE = {"db", "transactional_db", "live_server"}
NEUVES = "neuves"


def sur_sqlite() -> bool:
    """Say whether every database is a file."""
    return all(connexion.vendor == "sqlite" for connexion in connections.all())


def a_une_copie(nom: str) -> bool:
    """Say whether the databases were copied under the name `nom`."""
    return all(copies.existe(connexion, nom) for connexion in connections.all())


def photographier(nom: str) -> None:
    """Copy every database, under the name `nom`."""
    for connexion in connections.all():
        copies.copier(connexion, nom)


def remettre(nom: str) -> None:
    """Put back every database as it was when `nom` was copied."""
    for connexion in connections.all():
        copies.remettre(connexion, nom)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Open both databases, `default` and `coffre`, to every test that asks for one."""
    for test in items:
        marque = test.get_closest_marker("django_db")
        if marque or FIXTURES_DE_BASE & set(getattr(test, "fixturenames", ())):
            options = {"databases": "__all__", **(marque.kwargs if marque else {})}
            test.add_marker(pytest.mark.django_db(**options), append=False)


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    """Keep SQLite's databases in files of this process's temporary folder, PostgreSQL's apart for each process."""
    processus = os.environ.get("PYTEST_XDIST_WORKER", "seul")
    for connexion in connections.all():
        neuve = f"test_{connexion.alias}_{processus}"
        if connexion.vendor == "sqlite":
            neuve = str(Path(settings.VAR) / f"test-{connexion.alias}.sqlite3")
        connexion.settings_dict["TEST"]["NAME"] = neuve


@pytest.fixture(scope="session")
def bases_gardees(pytestconfig: pytest.Config) -> Path:
    """Return the folder where runs of the same migrations leave their databases to one another."""
    dossiers = (Path(application.path) / "migrations" for application in apps.get_app_configs())
    fichiers = sorted(fichier for dossier in dossiers for fichier in dossier.glob("*.py"))
    empreinte = sha256(b"".join(fichier.read_bytes() for fichier in fichiers)).hexdigest()[:16]
    assert pytestconfig.cache is not None
    return pytestconfig.cache.mkdir("bases") / empreinte


@pytest.fixture(scope="session")
def django_db_keepdb(bases_gardees: Path, django_db_modify_db_settings: None) -> bool:
    """Begin from kept databases, on SQLite; Django still runs what a migration would miss."""
    if not bases_gardees.exists() or not sur_sqlite():
        return False
    for connexion in connections.all():
        shutil.copyfile(bases_gardees / connexion.alias, connexion.settings_dict["TEST"]["NAME"])
    return True


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, django_db_keepdb: bool, bases_gardees: Path, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Migrate once, copy the result, and end each transactional test by putting that copy back."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as remplacement:
        photographier(NEUVES)
        if not django_db_keepdb and sur_sqlite():
            garder(bases_gardees)
        remplacement.setattr(TransactionTestCase, "_fixture_teardown", lambda _cas: remettre(NEUVES))
        yield


def garder(dossier: Path) -> None:
    """Leave the databases as they were just migrated to later runs; whoever comes second changes nothing."""
    provisoire = dossier.with_name(f"{dossier.name}-{os.getpid()}")
    provisoire.mkdir()
    for connexion in connections.all():
        shutil.copyfile(copies.fichier(connexion, NEUVES), provisoire / connexion.alias)
    try:
        provisoire.rename(dossier)
    except OSError:  # another process of this run was first
        shutil.rmtree(provisoire)
