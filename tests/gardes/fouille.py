"""A withdrawal is followed by a search of every table, file and cache: half a second that few tests are about.

Everywhere else the search runs to its end, opens what it must and destroys its key, but reads nothing. Who proves the
search redefines `fouille_vide` beside its tests: `tests/temoignages/residus` does, for the whole life of a text.
"""

import pytest

from temoignages.residus import suite


@pytest.fixture(autouse=True)
def fouille_vide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the search that follows a withdrawal nothing to read."""
    monkeypatch.setattr(suite, "lire_tout", lambda: iter(()))
