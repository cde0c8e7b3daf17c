"""What people type finds what they look for. `tests/postgresql/test_recherche.py` asks the same of PostgreSQL."""

import pytest

from .monde import batir, premiers
from .paires import PAIRES

pytestmark = pytest.mark.django_db


def test_ce_qu_on_tape_trouve_ce_qu_on_cherche() -> None:
    noms = batir()
    assert len(PAIRES) >= 60
    assert {nom for _tape, nom in PAIRES} == noms.keys()

    manquees = [(tape, nom) for tape, nom in PAIRES if noms[nom] not in premiers(tape)]

    assert manquees == []


@pytest.mark.parametrize(
    "tape", ["", "   ", "de la", "xyzzyx", "'", '"', "* OR titre:", "a AND ) NEAR(", "\\' | !", "%", "😀"]
)
def test_ce_qui_ne_veut_rien_dire_ne_trouve_rien(tape: str) -> None:
    batir()

    assert premiers(tape) == []
