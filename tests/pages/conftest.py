"""What the tests of pages share."""

from typing import Any

import pytest

from tests.fabriques.outils import la_boite
from tests.fabriques.pages import accueil, publier
from tests.pages.test_langues import traduite


@pytest.fixture
def boite_bilingue() -> Any:
    """Return the library, public in both languages."""
    boite = la_boite()
    publier(traduite(accueil(), "Home"))
    publier(traduite(boite, "Toolkit"))
    return boite
