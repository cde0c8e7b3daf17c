"""Databases on files, clean of other tests, with nothing kept from them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections

from temoignages.actions.conserver import vider_journal_sqlite


@pytest.fixture(autouse=True)
def fouille_vide() -> None:
    """Let the search that follows a withdrawal read everything: it is what these tests are about."""


@pytest.fixture
def bases_propres(transactional_db: None, tmp_path: Path, settings_medias: None) -> Iterator[None]:
    """Start from files where no other test left a byte."""
    for alias in connections:
        with connections[alias].cursor() as curseur:
            curseur.execute("VACUUM")
    vider_journal_sqlite()
    yield
    for alias in connections:
        with connections[alias].cursor() as curseur:
            curseur.execute("PRAGMA secure_delete=ON")


@pytest.fixture
def settings_medias() -> Iterator[None]:
    """Leave no file behind."""
    medias = Path(settings.MEDIA_ROOT)
    avant = set(medias.rglob("*"))
    yield
    for fichier in set(medias.rglob("*")) - avant:
        if fichier.is_file():
            fichier.unlink()
