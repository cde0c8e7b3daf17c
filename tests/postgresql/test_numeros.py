"""Two editors publish an episode under the same number at the same instant: one of them has it, the other is told."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connections

from pages.models import EpisodePage, NumeroEpisode
from pages.models.numero_episode import NumeroPris
from tests.fabriques.balado import un_enregistrement, un_episode
from tests.fabriques.pages import publier

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
TOURS = 20


def test_un_seul_des_deux_prend_le_numero() -> None:
    son = un_enregistrement()
    paires = [tuple(un_episode(numero=tour, enregistrement=son) for _rang in range(2)) for tour in range(1, TOURS + 1)]
    depart = Barrier(2)

    def publier_les(pages: tuple[Any, ...]) -> list[bool]:
        try:
            return [_tenter(page, depart) for page in pages]
        except BaseException:
            depart.abort()
            raise
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as fils:
        issues = list(zip(*fils.map(publier_les, zip(*paires, strict=True)), strict=True))
    assert [sorted(issue) for issue in issues] == [[False, True]] * TOURS
    assert EpisodePage.objects.live().count() == NumeroEpisode.objects.count() == TOURS


def _tenter(page: Any, depart: Barrier) -> bool:
    depart.wait(20)
    try:
        publier(page)
    except NumeroPris:
        return False
    return True
