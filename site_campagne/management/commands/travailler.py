"""`manage.py travailler`: one process for background tasks, what is published at its hour, and the upkeep."""

import logging
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connections

from site_campagne.planification.retards import battre
from site_campagne.planification.taches import PUBLIER
from site_campagne.planification.tenir import tenir

PAS = 60  # seconds
journal = logging.getLogger(__name__)
# A thread each: a page comes out at its minute whatever the upkeep takes, and the heart beats meanwhile.
GESTES: tuple[Callable[[], object], ...] = (battre, partial(tenir, seules=[PUBLIER]), partial(tenir, sauf=[PUBLIER]))


def repeter_sans_fin(arret: threading.Event, geste: Callable[[], object], pas: int = PAS) -> None:
    """Do a thing now and every `pas` seconds; a failure is logged, by its kind, and does not stop the next."""
    while not arret.is_set():
        try:
            geste()
        except Exception as erreur:  # noqa: BLE001 - whatever failed, the next time must be tried
            journal.error("L’entretien a échoué, %s ; nouvel essai dans %s secondes.", type(erreur).__name__, pas)
        finally:
            connections.close_all()
        arret.wait(pas)


class Command(BaseCommand):
    """Process queued tasks, publish each minute what is due, and do the upkeep at its hours, until stopped."""

    help = "Traite les tâches en attente, publie à l’heure dite, détruit les textes échus."

    def handle(self, *args: Any, **options: Any) -> None:
        arret = threading.Event()
        for geste in GESTES:
            threading.Thread(target=repeter_sans_fin, args=(arret, geste), daemon=True).start()
        try:
            call_command("db_worker", interval=1, startup_delay=False, verbosity=0)
        finally:
            arret.set()
