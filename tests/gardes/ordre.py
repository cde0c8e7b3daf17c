"""The longest tests first: journeys, then what commits to the databases; one that came last would run alone.

pytest-django puts them near the end, for tests that count on what migrations left: here each ends by putting that back
(`bases`). Together at the start, the journeys also share one process, its browser and its demo.
"""

import pytest

QUI_ECRIVENT_POUR_DE_BON = {"transactional_db", "live_server"}


def rang(test: pytest.Item) -> int:
    """Return when a test runs: 0 for the journeys, 1 for what commits, 2 for all the others."""
    if "parcours" in test.keywords:
        return 0
    marque = test.get_closest_marker("django_db")
    transaction = bool(marque and marque.kwargs.get("transaction"))
    return 1 if transaction or QUI_ECRIVENT_POUR_DE_BON & set(getattr(test, "fixturenames", ())) else 2


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort, and leave the order of `pytest-randomly` otherwise."""
    items.sort(key=rang)
