"""Every public screen of the demonstration, in each language, under each condition of reading."""

import pytest

from ..gestes import Ouvrir
from .inventaire import LANGUES, ecrans, servir_les_pannes
from .regards import CONDITIONS, Condition

pytestmark = [pytest.mark.epreuve, pytest.mark.usefixtures("demo")]


@pytest.mark.parametrize("langue", LANGUES)
@pytest.mark.parametrize("condition", CONDITIONS, ids=lambda condition: condition.nom)
def test_chaque_ecran_public_se_lit(ouvrir: Ouvrir, langue: str, condition: Condition) -> None:
    page = ouvrir(**condition.options)
    servir_les_pannes(page)
    assert condition.parcourir(page, ecrans(langue)) == []
