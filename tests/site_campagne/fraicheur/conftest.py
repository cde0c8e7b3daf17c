import pytest
from django.core.cache import caches
from pytest_django import Settings

EN_MEMOIRE = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "pages-d-essai"}


@pytest.fixture
def pages_gardees(settings: Settings) -> None:
    """Keep the public answers, as production does."""
    settings.CACHES = settings.CACHES | {"pages": EN_MEMOIRE}
    caches["pages"].clear()
