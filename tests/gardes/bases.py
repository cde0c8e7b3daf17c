"""Both databases in every test that uses one, on files, and left as the migrations made them.

On files because several threads share them in the browser journeys, and because the bytes of the database file are
part of what is proved. Django ends a transactional test by emptying every table, also of what migrations created (root
page, locales, permissions): here the copy made after the migrations is put back instead.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections
from django.test import TransactionTestCase
from pytest_django import DjangoDbBlocker

FIXTURES_DE_BASE = {"db", "transactional_db", "live_server"}
NEUVES = "neuves"


def emplacement(nom: str, alias: str) -> Path:
    """Return the path of the copy `nom` of the database `alias`, in the temporary folder of the run."""
    return Path(settings.VAR) / f"copie-{nom}-{alias}.sqlite3"


def a_une_copie(nom: str) -> bool:
    """Say whether the databases were copied under the name `nom`."""
    return all(emplacement(nom, alias).exists() for alias in connections)


def photographier(nom: str) -> None:
    """Copy every database to a file, under the name `nom`."""
    for connexion in connections.all():
        connexion.ensure_connection()
        with sqlite3.connect(emplacement(nom, connexion.alias)) as copie:
            connexion.connection.backup(copie)
        copie.close()


def remettre(nom: str) -> None:
    """Put back every database as it was when `nom` was copied."""
    for connexion in connections.all():
        connexion.ensure_connection()
        copie = sqlite3.connect(emplacement(nom, connexion.alias))
        copie.backup(connexion.connection)
        copie.close()


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
    """Keep the test databases in files of this process's temporary folder."""
    for connexion in connections.all():
        connexion.settings_dict["TEST"]["NAME"] = str(Path(settings.VAR) / f"test-{connexion.alias}.sqlite3")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Migrate once, copy the result, and end each transactional test by putting that copy back."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as remplacement:
        photographier(NEUVES)
        remplacement.setattr(TransactionTestCase, "_fixture_teardown", lambda _cas: remettre(NEUVES))
        yield
