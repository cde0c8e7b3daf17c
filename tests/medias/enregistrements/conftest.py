"""A writer, an empty storage, and tasks that run when the request is over."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from site_campagne.roles import REDACTION
from tests.fabriques.roles import une_personne_de


@pytest.fixture
def redaction(client: Client, db: None) -> Client:
    client.force_login(une_personne_de(REDACTION))
    return client


@pytest.fixture(autouse=True)
def rangement_vide() -> Iterator[None]:
    """Begin and end with no stored file: a file left behind is then this test's."""
    for _fois in (1, 2):
        shutil.rmtree(Path(settings.MEDIA_ROOT), ignore_errors=True)
        if _fois == 1:
            yield


@pytest.fixture
def taches(django_capture_on_commit_callbacks: Any) -> Any:
    """Return what runs the tasks that a block of code queued."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
