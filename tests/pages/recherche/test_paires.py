"""What people type finds what they look for. `tests/postgresql/test_recherche.py` asks the same of PostgreSQL."""

import pytest
from django.utils.translation import override

from .monde import batir, batir_en_anglais, premiers
from .paires import PAIRES, PAIRES_ANGLAISES

pytestmark = pytest.mark.django_db

INSENSES = ("", "   ", "de la", "xyzzyx", "'", '"', "* OR titre:", "a AND ) NEAR(", "\\' | !", "%", "😀")


def test_ce_qu_on_tape_trouve_ce_qu_on_cherche() -> None:
    noms = batir()
    assert len(PAIRES) >= 60
    assert {nom for _tape, nom in PAIRES} == noms.keys()

    manquees = [(tape, nom) for tape, nom in PAIRES if noms[nom] not in premiers(tape)]

    assert manquees == []


def test_ce_qu_on_tape_en_anglais_trouve_ce_qu_on_cherche() -> None:
    noms = batir_en_anglais()
    with override("en"):
        manquees = [(tape, nom) for tape, nom in PAIRES_ANGLAISES if noms[nom] not in premiers(tape)]
    assert manquees == []
    assert len(PAIRES_ANGLAISES) >= 15


def test_les_jumelles_anglaises_ne_derangent_pas_qui_cherche_en_francais() -> None:
    noms = batir_en_anglais()
    francaises = {nom: noms.get(f"{nom} (fr)", chose) for nom, chose in noms.items()}

    assert [(tape, nom) for tape, nom in PAIRES if francaises[nom] not in premiers(tape)] == []


def test_ce_qui_ne_veut_rien_dire_ne_trouve_rien() -> None:
    batir()

    assert [tape for tape in INSENSES if premiers(tape)] == []
