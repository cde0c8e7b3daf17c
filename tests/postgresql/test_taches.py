"""Two nodes look at the same job at the same instant: one of them does it, each time."""

from functools import partial
from threading import Barrier

import pytest

from site_campagne.planification.taches import HEURE, Tache
from site_campagne.planification.tenir import Issue, _tenir_une

from .gestes import courir_a_deux

pytestmark = pytest.mark.django_db(transaction=True)
TOURS = 50


def test_un_seul_des_deux_noeuds_fait_la_tache() -> None:
    faites: list[str] = []
    taches = [Tache(f"tache-{rang}", "essai", partial(faites.append, str(rang)), HEURE) for rang in range(TOURS)]

    issues = courir_a_deux(taches, _tenter, _tenter)

    assert {tuple(sorted(issue)) for issue in issues} == {(Issue.FAITE, Issue.PAS_DUE)}
    assert sorted(faites) == sorted(map(str, range(TOURS)))


def _tenter(tache: Tache, depart: Barrier) -> Issue:
    depart.wait(20)
    return _tenir_une(tache, forcer=False).issue
