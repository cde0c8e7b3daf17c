"""The worker of the queue: it outlives its database, and what it had in hand when it died is done by another.

The library marks a task as taken, then never looks at it again: a worker that is killed keeps it for ever. So each
one signs what it takes with a name that beats; what a silent name holds goes back to the queue. A task may thus begin
twice, never be lost: each looks at what is already done (an invitation that left, a recording that is ready). A mail
comes twice only when its worker dies between the « yes » of the server and the write that notes it.
"""

import logging
import secrets
import threading
from datetime import timedelta
from typing import Final

from django.core.management import call_command
from django.db import Error, connections
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from .modeles import TachePlanifiee
from .retards import battre

SIGNE: Final = "travailleur:"  # then the name of one worker: rows beside that of them all
MORT: Final = timedelta(minutes=3)  # three beats that did not come
OUBLI: Final = timedelta(days=1)
# A task whose worker died three times may well be what kills it: it stops, and `diagnostic` says so.
REPRISES: Final = 3
PAUSE: Final = 5.0  # seconds, before asking again for a database that is away
journal = logging.getLogger(__name__)


class TacheAbandonnee(Exception):
    """What a task ends with when its worker died each time."""


class Travailleur:
    """One worker; its name changes each time it begins again, so that what it left behind is seen."""

    nom = ""

    def naitre(self) -> str:
        """Take a name, and beat before anything is taken under it."""
        self.nom = secrets.token_hex(8)
        self.battre()
        return self.nom

    def battre(self) -> None:
        """Note that the worker lives; give back to the queue what dead ones held."""
        battre()
        if self.nom:
            TachePlanifiee.objects.update_or_create(nom=SIGNE + self.nom, defaults={"reussie_le": timezone.now()})
        TachePlanifiee.objects.filter(nom__startswith=SIGNE, reussie_le__lte=timezone.now() - OUBLI).delete()
        reprendre_les_abandonnees()


def reprendre_les_abandonnees() -> int:
    """Put back in the queue the tasks whose worker does not beat any more; return how many."""
    instant, reprises = timezone.now(), 0
    battent = TachePlanifiee.objects.filter(nom__startswith=SIGNE, reussie_le__gt=instant - MORT)
    vivants = {nom.removeprefix(SIGNE) for nom in battent.values_list("nom", flat=True)}
    for tache in DBTaskResult.objects.running().filter(started_at__lte=instant - MORT):
        if not vivants.isdisjoint(tache.worker_ids[-1:]):
            continue
        # Of two workers that see it at once, one has it.
        prise = DBTaskResult.objects.running().filter(pk=tache.pk, started_at=tache.started_at)
        if len(tache.worker_ids) >= REPRISES:
            genre = f"{TacheAbandonnee.__module__}.{TacheAbandonnee.__qualname__}"
            prise.update(status=TaskResultStatus.FAILED, finished_at=instant, exception_class_path=genre)
            journal.error("Tâche de la file abandonnée : %s, interrompue %s fois.", tache.task_path, REPRISES)
        elif prise.update(status=TaskResultStatus.READY, started_at=None):
            journal.warning("Tâche de la file reprise : %s.", tache.task_path)
            reprises += 1
    return reprises


def traiter_sans_fin(travailleur: Travailleur, arret: threading.Event, pause: float = PAUSE) -> None:
    """Do the tasks of the queue until asked to stop (SIGTERM); a database that goes away is waited for."""
    while not arret.is_set():
        try:
            call_command("db_worker", interval=1, startup_delay=False, verbosity=0, worker_id=travailleur.naitre())
        except Error as erreur:
            # Its words may hold an address.
            journal.error("La base ne répond plus : %s ; nouvel essai dans %s secondes.", type(erreur).__name__, pause)
            connections.close_all()
            arret.wait(pause)
        else:
            return
