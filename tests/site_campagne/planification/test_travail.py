"""What a dead worker held is done by another, what a living one does is its own; a lost base is waited for."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError, connections
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from site_campagne.management.commands import travailler
from site_campagne.planification import travail
from site_campagne.planification.modeles import TachePlanifiee
from site_campagne.planification.retards import taches_echouees
from site_campagne.planification.travail import MORT, SIGNE, Travailleur, reprendre_les_abandonnees, traiter_sans_fin

pytestmark = pytest.mark.django_db


def une_tache(*travailleurs: str, depuis: timedelta = 2 * MORT) -> "DBTaskResult[Any, Any]":
    """Return a task that the last of these took a while ago."""
    return DBTaskResult.objects.create(
        task_path="reseau.taches.envoyer_code",
        args_kwargs={"args": [], "kwargs": {}},
        backend_name="default",
        run_after=get_date_max(),
        status=TaskResultStatus.RUNNING,
        started_at=timezone.now() - depuis,
        worker_ids=list(travailleurs),
    )


def vieillir(travailleur: Travailleur, **duree: float) -> None:
    vu = timezone.now() - timedelta(**duree)
    TachePlanifiee.objects.filter(nom=SIGNE + travailleur.nom).update(reussie_le=vu)


def test_la_tache_d_un_vivant_reste_a_lui_celle_d_un_mort_retourne_dans_la_file(
    caplog: pytest.LogCaptureFixture,
) -> None:
    vivant, mort = Travailleur(), Travailleur()
    vivant.naitre(), mort.naitre()
    vieillir(mort, minutes=10)
    siennes = [une_tache("ancien", vivant.nom), une_tache(vivant.nom, mort.nom), une_tache("inconnu")]
    assert reprendre_les_abandonnees() == 2
    assert [DBTaskResult.objects.get(pk=une.pk).status for une in siennes] == ["RUNNING", "READY", "READY"]
    assert reprendre_les_abandonnees() == 0
    assert caplog.text.count("Tâche de la file reprise : reseau.taches.envoyer_code") == 2


def test_une_tache_qui_vient_d_etre_prise_n_est_pas_reprise() -> None:
    une_tache("inconnu", depuis=timedelta(seconds=30))
    assert reprendre_les_abandonnees() == 0


def test_une_tache_qui_tue_ses_travailleurs_s_arrete_et_se_dit(caplog: pytest.LogCaptureFixture) -> None:
    tache = une_tache("un", "deux", "trois")
    assert reprendre_les_abandonnees() == 0
    tache.refresh_from_db()
    assert (tache.status, tache.exception_class_path.rpartition(".")[2]) == ("FAILED", "TacheAbandonnee")
    assert "abandonnée" in caplog.text
    assert taches_echouees() == ["envoyer_code"]


def test_les_noms_des_morts_s_oublient() -> None:
    ancien, neuf = Travailleur(), Travailleur()
    ancien.naitre()
    vieillir(ancien, days=2)
    neuf.naitre()
    assert list(TachePlanifiee.objects.filter(nom__startswith=SIGNE).values_list("nom", flat=True)) == [
        SIGNE + neuf.nom
    ]


def test_une_base_qui_s_en_va_est_attendue_et_le_travailleur_change_de_nom(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    noms: list[str] = []

    def partir_deux_fois(_commande: str, **options: Any) -> None:
        noms.append(options["worker_id"])
        if len(noms) < 3:
            raise OperationalError("base-a-nous.exemple.org")

    monkeypatch.setattr(travail, "call_command", partir_deux_fois)
    monkeypatch.setattr(connections, "close_all", lambda: None)  # that of the test stays
    traiter_sans_fin(Travailleur(), threading.Event(), pause=0)
    assert len(set(noms)) == 3
    assert caplog.text.count("La base ne répond plus : OperationalError") == 2
    assert "exemple.org" not in caplog.text


def test_au_depart_une_base_absente_est_attendue(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    fois: list[int] = []

    def manquer() -> list[str]:
        fois.append(1)
        if len(fois) < 2:
            raise OperationalError("base-a-nous.exemple.org")
        return []

    monkeypatch.setattr(travailler, "migrations_manquantes", manquer)
    monkeypatch.setattr(connections, "close_all", lambda: None)
    travailler.attendre_le_schema(pas=0)
    assert len(fois) == 2
    assert "La base ne répond pas, OperationalError" in caplog.text
