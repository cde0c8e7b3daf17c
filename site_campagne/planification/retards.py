"""What should have been done and was not: jobs, the worker, its queue. Read by the dashboard and the diagnostic."""

import datetime
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

from .modeles import TachePlanifiee
from .taches import TACHES, Tache

COEUR: Final = "travailleur"
SILENCE: Final = datetime.timedelta(minutes=5)
ATTENTE: Final = datetime.timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Retard:
    """A job that is late: its last success, if ever, and the kind of its last error, if it was tried."""

    tache: Tache
    reussie_le: datetime.datetime | None
    echec: str


def taches_en_retard() -> list[Retard]:
    """Return the jobs without a success for too long, in their order; one that never ran is late."""
    instant, lignes = timezone.now(), {ligne.nom: ligne for ligne in TachePlanifiee.objects.all()}
    retards = []
    for tache in TACHES:
        ligne = lignes.get(tache.nom)
        reussie_le = ligne.reussie_le if ligne else None
        if reussie_le is None or instant - reussie_le > tache.retard:
            retards.append(Retard(tache, reussie_le, ligne.echec if ligne else ""))
    return retards


def battre() -> None:
    """Note that the worker is alive."""
    TachePlanifiee.objects.update_or_create(nom=COEUR, defaults={"reussie_le": timezone.now()})


def a_un_travailleur() -> bool:
    """Say whether this site counts on a worker at all."""
    return settings.TACHES == "travailleur"


def travailleur_est_muet() -> bool:
    """Say whether the worker that this site counts on has not beaten for five minutes."""
    limite = timezone.now() - SILENCE
    return a_un_travailleur() and not TachePlanifiee.objects.filter(nom=COEUR, reussie_le__gt=limite).exists()


def taches_qui_attendent() -> int:
    """Return how many tasks of the queue should have begun a quarter of an hour ago."""
    limite = timezone.now() - ATTENTE
    pretes = DBTaskResult.objects.ready().filter(enqueued_at__lte=limite)
    return pretes.filter(Q(run_after__lte=limite) | Q(run_after=get_date_max())).count()


def taches_echouees() -> list[str]:
    """Return the names of the tasks of the queue that ended badly since yesterday: nobody does them again."""
    depuis = timezone.now() - datetime.timedelta(days=1)
    echouees = DBTaskResult.objects.failed().filter(finished_at__gt=depuis)
    return sorted({chemin.rpartition(".")[2] for chemin in echouees.values_list("task_path", flat=True)})
