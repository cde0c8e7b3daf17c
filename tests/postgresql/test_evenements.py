"""Two moderators approve the same event at the same instant: one of them does, the other is told."""

from functools import partial
from threading import Barrier

import pytest

from pages.models import Approbation, Evenement
from pages.publication.refus import VersionDepassee
from reseau.models import Compte
from tests.pages.evenements.gestes import propose, une_moderatrice

from .gestes import courir_a_deux

pytestmark = pytest.mark.django_db(transaction=True)
TOURS = 20


def test_deux_approbations_une_seule_publie() -> None:
    evenements = [propose(titre=f"Rencontre {rang}", municipalite=f"Ville {rang}") for rang in range(TOURS)]
    une, autre = partial(_approuve, une_moderatrice()), partial(_approuve, une_moderatrice())
    issues = courir_a_deux(evenements, une, autre)

    assert {tuple(sorted(issue)) for issue in issues} == {(False, True)}
    assert Approbation.objects.count() == TOURS
    assert Evenement.objects.publies().count() == TOURS


def _approuve(par: Compte, evenement: Evenement, depart: Barrier) -> bool:
    etape = Evenement.objects.get(pk=evenement.pk).current_workflow_task_state
    depart.wait(20)
    try:
        etape.task.specific.on_action(etape, par, "approve")
    except VersionDepassee:
        return False
    return True
