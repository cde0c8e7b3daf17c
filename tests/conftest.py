"""What every test of the suite stands on; each guard has its own file in `tests/gardes/`."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import caches

pytest_plugins = ["tests.gardes.bases", "tests.gardes.gabarits", "tests.gardes.reseau"]


@pytest.fixture(autouse=True, scope="session")
def dossier_statique() -> None:
    """Make the folder of collected static files, empty: WhiteNoise warns when there is none."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def caches_vides() -> Iterator[None]:
    """Leave no counter and no cached page to the next test."""
    yield
    for cache in caches.all():
        cache.clear()
