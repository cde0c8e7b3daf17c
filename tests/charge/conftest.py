"""The trials need PostgreSQL, nginx and Redis; their parts are tested everywhere."""

import shutil

import pytest
from django.db import connection

from tests.services.nginx import ABSENT as SANS_NGINX
from tests.services.redis import ABSENT as SANS_REDIS

collect_ignore = [] if connection.vendor == "postgresql" else ["test_retraits.py", "test_endurance.py"]


@pytest.fixture
def services() -> None:
    """Leave a trial out, aloud, where a service is not installed."""
    if shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/bin") is None:
        pytest.skip(SANS_NGINX)
    if shutil.which("redis-server") is None:
        pytest.skip(SANS_REDIS)
