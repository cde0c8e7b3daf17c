"""Each test of files has a folder of its own: what is left there is its own, and what others keep is not touched."""

from pathlib import Path

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def rangement(settings: Settings, tmp_path: Path) -> Path:
    """Keep files in an empty folder."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT
