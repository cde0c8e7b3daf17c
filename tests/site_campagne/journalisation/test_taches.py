"""A task fails on the real worker, with words of a person in its error: no byte of the databases holds them."""

from pathlib import Path

import pytest
from django.db import connections
from django.db.models.signals import pre_save
from django_tasks import task
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from site_campagne.journalisation import taches

pytestmark = pytest.mark.django_db(transaction=True)
CANARI = "Zéphirine pleurait derrière la boulangerie"


@task()
def rater(depot_id: int) -> None:
    """Fail as a library would: the words in the error, in what caused it, in its notes."""
    try:
        raise ValueError(CANARI, {"depot": depot_id, "texte": CANARI})  # noqa: TRY301 - an error with a cause
    except ValueError as cause:
        erreur = RuntimeError(f"illisible : {CANARI}\n  File {CANARI}, line 3")
        erreur.add_note(CANARI)
        raise erreur from cause


@task()
def reussir(depot_id: int) -> int:
    """Go well."""
    return depot_id


@pytest.fixture(autouse=True)
def la_file(settings: Settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def travailler() -> None:
    """Do all that waits, as `manage.py travailler` does, but in this process."""
    Worker(
        queue_names=["default"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="essai",
        excluded_queue_names=[],
    ).run()


def octets_des_bases() -> bytes:
    """Return all that the files of the databases hold, logs of writes included."""
    fichiers = [Path(str(connexion.settings_dict["NAME"])) for connexion in connections.all()]
    return b"".join(f.read_bytes() for base in fichiers for f in sorted(base.parent.glob(f"{base.name}*")))


def test_une_tache_ratee_garde_le_genre_et_les_lieux_et_pas_un_mot() -> None:
    rater.enqueue(7)
    travailler()
    ligne = DBTaskResult.objects.get()
    assert (ligne.status, ligne.exception_class_path) == ("FAILED", "builtins.RuntimeError")
    lieux = ligne.traceback.splitlines()
    assert [lieu for lieu in lieux if not lieu.startswith(" ")] == ["RuntimeError", "ValueError"]
    assert any("journalisation/test_taches.py:" in lieu and lieu.endswith(" rater") for lieu in lieux)
    assert CANARI not in "".join(lieux)
    assert CANARI.encode() not in octets_des_bases()


def test_sans_cela_les_mots_seraient_dans_la_base() -> None:
    """The search sees them: what is proved above is proved."""
    pre_save.disconnect(sender=DBTaskResult, dispatch_uid="site_campagne.journalisation.taches")
    try:
        rater.enqueue(7)
        travailler()
    finally:
        taches.brancher()
    assert CANARI.encode() in octets_des_bases()


def test_une_ligne_reecrite_hors_de_l_erreur_ne_garde_rien() -> None:
    mots = f"ValueError: {CANARI}"
    DBTaskResult.objects.create(task_path="a.b", args_kwargs={}, backend_name="default", traceback=mots)
    assert DBTaskResult.objects.get().traceback == ""


def test_une_tache_reussie_est_comme_avant() -> None:
    reussir.enqueue(7)
    travailler()
    assert DBTaskResult.objects.values_list("status", "return_value", "traceback").get() == ("SUCCESSFUL", 7, "")
