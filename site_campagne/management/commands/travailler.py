"""`manage.py travailler`: one process for background tasks, what is published at its hour, and the upkeep."""

import logging
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand
from django.db import Error, connections

from site_campagne.etat.dependances import migrations_manquantes
from site_campagne.planification.taches import PUBLIER, SAUVEGARDER
from site_campagne.planification.tenir import tenir
from site_campagne.planification.travail import Travailleur, traiter_sans_fin

PAS = 60  # seconds
journal = logging.getLogger(__name__)
# A thread each: a page comes out at its minute whatever the upkeep takes, a text is destroyed whatever a backup takes,
# and the heart beats meanwhile, in one more.
GESTES: tuple[Callable[[], object], ...] = (
    partial(tenir, seules=[PUBLIER]),
    partial(tenir, seules=[SAUVEGARDER]),
    partial(tenir, sauf=[PUBLIER, SAUVEGARDER]),
)


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


def attendre_le_schema(pas: float = 5) -> None:
    """Wait until the databases are as recent as this code: a task done before would fail, and not be done again."""
    while True:
        try:
            manquent = migrations_manquantes()
        except Error as erreur:  # it would be started again and again: once too often for who starts it
            journal.error("La base ne répond pas, %s : le travail attend.", type(erreur).__name__)
        else:
            if not manquent:
                return
            journal.warning("%s migrations à faire : le travail attend.", len(manquent))
        connections.close_all()
        time.sleep(pas)


class Command(BaseCommand):
    """Process queued tasks, publish each minute what is due, and do the upkeep at its hours, until stopped."""

    help = "Traite les tâches en attente, publie à l’heure dite, détruit les textes échus."

    def handle(self, *args: Any, **options: Any) -> None:
        attendre_le_schema()
        arret, travailleur = threading.Event(), Travailleur()
        for geste in (travailleur.battre, *GESTES):
            threading.Thread(target=repeter_sans_fin, args=(arret, geste), daemon=True).start()
        try:
            traiter_sans_fin(travailleur, arret)
        finally:
            arret.set()
