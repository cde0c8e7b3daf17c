"""Two moderators approve the same event at the same instant: one of them does, the other is told."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from pages.models import Approbation, Evenement
from pages.publication.refus import VersionDepassee
from reseau.models import Compte
from tests.pages.evenements.gestes import propose, une_moderatrice

pytestmark = pytest.mark.django_db(transaction=True)
TOURS = 20


def test_deux_approbations_une_seule_publie() -> None:
    evenements = [propose(titre=f"Rencontre {rang}", municipalite=f"Ville {rang}") for rang in range(TOURS)]
    depart = Barrier(2)

    def courser(moderatrice: Compte) -> list[bool]:
        try:
            return [_approuve(evenement, moderatrice, depart) for evenement in evenements]
        except BaseException:
            depart.abort()
            raise
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as fils:
        issues = list(zip(*fils.map(courser, (une_moderatrice(), une_moderatrice())), strict=True))

    assert {tuple(sorted(issue)) for issue in issues} == {(False, True)}
    assert Approbation.objects.count() == TOURS
    assert Evenement.objects.publies().count() == TOURS


def _approuve(evenement: Evenement, par: Compte, depart: Barrier) -> bool:
    etape = Evenement.objects.get(pk=evenement.pk).current_workflow_task_state
    depart.wait(20)
    try:
        etape.task.specific.on_action(etape, par, "approve")
    except VersionDepassee:
        return False
    return True
