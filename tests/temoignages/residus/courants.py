"""Which saboteurs run each time, and which are left to `make epreuves`."""

from collections.abc import Collection, Mapping
from typing import Any

import pytest


def les_courants(saboteurs: Mapping[Any, str], courants: Collection[Any]) -> list[Any]:
    """Return the cases of saboteurs, those that are not in `courants` left to `make epreuves`."""
    return [
        pytest.param(saboteur, surface, marks=() if saboteur in courants else pytest.mark.epreuve, id=saboteur.__name__)
        for saboteur, surface in saboteurs.items()
    ]
