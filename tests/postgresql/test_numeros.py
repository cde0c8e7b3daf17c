"""Two editors publish an episode under the same number at the same instant: one of them has it, the other is told."""

from functools import partial
from threading import Barrier
from typing import Any

import pytest

from pages.models import EpisodePage, NumeroEpisode
from pages.models.numero_episode import NumeroPris
from tests.fabriques.balado import un_enregistrement, un_episode
from tests.fabriques.pages import publier

from .gestes import courir_a_deux

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
TOURS = 20


def test_un_seul_des_deux_prend_le_numero() -> None:
    son = un_enregistrement()
    paires = [tuple(un_episode(numero=tour, enregistrement=son) for _rang in range(2)) for tour in range(1, TOURS + 1)]
    issues = courir_a_deux(paires, partial(_tenter, 0), partial(_tenter, 1))
    assert [sorted(issue) for issue in issues] == [[False, True]] * TOURS
    assert EpisodePage.objects.live().count() == NumeroEpisode.objects.count() == TOURS


def _tenter(rang: int, paire: tuple[Any, ...], depart: Barrier) -> bool:
    depart.wait(20)
    try:
        publier(paire[rang])
    except NumeroPris:
        return False
    return True
