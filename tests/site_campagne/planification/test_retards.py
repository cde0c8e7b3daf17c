"""What is late is seen: a job, the worker, the queue; and what is on time is not."""

from datetime import timedelta
from unittest.mock import Mock

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max
from pytest_django import Settings

from site_campagne.planification import retards, tenir
from site_campagne.planification.retards import battre, taches_en_retard, taches_qui_attendent, travailleur_est_muet

from .monde import Heure, des_taches, rater, une_tache

pytestmark = pytest.mark.django_db


@pytest.fixture
def heure(monkeypatch: pytest.MonkeyPatch) -> Heure:
    return Heure(monkeypatch, tenir, retards)


def test_une_tache_jamais_faite_est_en_retard_puis_plus(monkeypatch: pytest.MonkeyPatch, heure: Heure) -> None:
    des_taches(monkeypatch, une_tache("a", Mock(return_value=0)))
    assert [retard.reussie_le for retard in taches_en_retard()] == [None]
    tenir.tenir()
    assert taches_en_retard() == []
    heure.avancer(hours=7)
    assert [retard.tache.nom for retard in taches_en_retard()] == ["a"]


def test_une_tache_qui_rate_devient_en_retard_et_dit_le_genre(monkeypatch: pytest.MonkeyPatch, heure: Heure) -> None:
    des_taches(monkeypatch, une_tache("a", rater))
    tenir.tenir()
    assert [retard.echec for retard in taches_en_retard()] == ["ValueError"]


def test_un_travailleur_attendu_et_muet_se_voit(settings: Settings, heure: Heure) -> None:
    settings.TACHES = "immediates"
    assert not travailleur_est_muet()
    settings.TACHES = "travailleur"
    assert travailleur_est_muet()
    battre()
    assert not travailleur_est_muet()
    heure.avancer(minutes=6)
    assert travailleur_est_muet()


@pytest.mark.parametrize(("remise", "attend"), [({}, 1), ({"minutes": 16}, 1), ({"minutes": -60}, 0)])
def test_une_tache_de_la_file_qui_attend_trop_se_voit(remise: dict[str, float], attend: int) -> None:
    quand = timezone.now() - timedelta(**remise) if remise else get_date_max()
    une = DBTaskResult.objects.create(task_path="a", args_kwargs={}, backend_name="default", run_after=quand)
    assert taches_qui_attendent() == 0
    DBTaskResult.objects.filter(pk=une.pk).update(enqueued_at=timezone.now() - timedelta(minutes=16))
    assert taches_qui_attendent() == attend
