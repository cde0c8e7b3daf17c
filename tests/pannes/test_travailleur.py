"""Mail gone, then hanging, then back; the worker killed in the middle of a task: what was to be sent is sent, once."""

import os
import signal
import socket
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from site_campagne.planification.modeles import TachePlanifiee
from site_campagne.planification.retards import travailleur_est_muet
from temoignages.taches import alerter_danger
from tests.charge.noeuds import Travailleur
from tests.fabriques.temoignages import un_depot, une_personne
from tests.services.courriel import HOTE, ServeurDeCourriel, _port_libre

from .noeud import attendre

pytestmark = pytest.mark.django_db(transaction=True)
LONGTEMPS = timedelta(minutes=10)


@pytest.fixture
def courriel() -> Iterator[ServeurDeCourriel]:
    """Return a mail server that is off."""
    serveur = ServeurDeCourriel(_port_libre())
    yield serveur
    serveur.arreter()


def la_tache() -> Any:
    """Return the mail to the moderator, as the queue holds it."""
    return DBTaskResult.objects.filter(task_path="temoignages.taches.ecrire_danger").latest("enqueued_at")


def est(statut: str, *, plus_tard: bool = False) -> bool:
    """Say whether that mail is there, in this state."""
    taches = DBTaskResult.objects.filter(task_path="temoignages.taches.ecrire_danger", status=statut)
    if plus_tard:
        taches = taches.filter(run_after__range=(timezone.now(), timezone.now() + LONGTEMPS))
    return taches.exists()


def test_un_courriel_qui_presse_survit_a_la_panne_et_au_travailleur_tue_et_arrive_une_fois(
    reglages: dict[str, str], courriel: ServeurDeCourriel, settings: Settings, tmp_path: Path
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.TACHES = "travailleur"
    moderatrice, depot = une_personne("moderer_depot"), un_depot("je veux mourir")
    alerter_danger.enqueue(str(depot.pk))
    environnement = reglages | {"COURRIEL_URL": f"smtp://{HOTE}:{courriel.port}", "TACHES": "travailleur"}

    with Travailleur(environnement, tmp_path) as premier:
        attendre(lambda: est(TaskResultStatus.READY, plus_tard=True), "the mail is put off")
        with socket.create_server((HOTE, courriel.port)) as sourd:
            sourd.settimeout(60)
            DBTaskResult.objects.filter(pk=la_tache().pk).update(run_after=timezone.now())
            with sourd.accept()[0]:  # the worker greets a server that will never answer
                assert la_tache().status == TaskResultStatus.RUNNING
                os.kill(premier.pid, signal.SIGKILL)
                premier._processus.wait(60)

    assert la_tache().status == TaskResultStatus.RUNNING, "nobody looks at it any more"
    TachePlanifiee.objects.update(reussie_le=timezone.now() - LONGTEMPS)
    DBTaskResult.objects.filter(pk=la_tache().pk).update(started_at=timezone.now() - LONGTEMPS)
    assert travailleur_est_muet()

    courriel.demarrer()
    with Travailleur(environnement, tmp_path):
        attendre(lambda: courriel.recus and est(TaskResultStatus.SUCCESSFUL), "the mail leaves")
        attendre(lambda: not est(TaskResultStatus.RUNNING) and not est(TaskResultStatus.READY), "nothing is left")
    assert [recu.a for recu in courriel.recus] == [[moderatrice.email]]
    assert str(depot.pk) in courriel.recus[0].texte
    assert not travailleur_est_muet()
    dits = (tmp_path / "travailleur.log").read_text()
    assert "Courriel non envoyé : ecrire_danger" in dits
    assert "Tâche de la file reprise : temoignages.taches.ecrire_danger" in dits
    assert moderatrice.email not in dits
