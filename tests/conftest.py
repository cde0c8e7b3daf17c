"""What every test of the suite stands on; each guard has its own file in `tests/gardes/`."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.utils import translation

from medias.preparees import oublier

pytest_plugins = [
    "tests.gardes.bases",
    "tests.gardes.fouille",
    "tests.gardes.gabarits",
    "tests.gardes.hasard",
    "tests.gardes.ordre",
    "tests.gardes.reseau",
    "tests.gardes.second_facteur",
    "tests.services.courriel",
    "tests.services.redis",
    "tests.services.s3",
]
# What is proved on PostgreSQL only needs a server of its own: `make test` starts one and runs these there.
collect_ignore = [] if connection.vendor == "postgresql" else ["postgresql"]


def pytest_report_header() -> str:
    """Say which engine this run is on, and what another run must add."""
    ailleurs = "" if not collect_ignore else "; tests/postgresql: python -m tests.services.postgresql pytest …"
    return f"base: {connection.vendor}{ailleurs}"


def pytest_collection_finish() -> None:
    """Take what was just loaded out of the garbage collector's rounds: a twentieth of the whole run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(autouse=True, scope="session")
def dossier_statique() -> None:
    """Make the folder of collected static files, empty: WhiteNoise warns when there is none."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def langue_de_depart() -> Iterator[None]:
    """Give back the language that a request answered in: the next test starts in French, as each thread does."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def caches_vides() -> Iterator[None]:
    """Leave no counter and no cached page to the next test, nor a query that this one’s sabotage had written."""
    oublier()
    yield
    for cache in caches.all():
        cache.clear()
