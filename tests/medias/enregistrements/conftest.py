"""A writer, and tasks that run when the request is over."""

from typing import Any

import pytest
from django.test import Client

from site_campagne.roles import REDACTION
from tests.fabriques.roles import une_personne_de


@pytest.fixture
def redaction(client: Client, db: None) -> Client:
    client.force_login(une_personne_de(REDACTION))
    return client


@pytest.fixture
def taches(django_capture_on_commit_callbacks: Any) -> Any:
    """Return what runs the tasks that a block of code queued."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
