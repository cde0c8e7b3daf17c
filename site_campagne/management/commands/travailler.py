"""`manage.py travailler`: one process for background tasks and the hourly upkeep."""

import logging
import threading
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connections

from temoignages.actions import detruire_echus
from temoignages.actions.registre import recalculer_attributions

PERIODE = 3600  # seconds
journal = logging.getLogger(__name__)


def entretenir() -> None:
    """Run what is due: destroy the raw words whose time has come, make vaguer what the network no longer hides."""
    detruits, changes = detruire_echus(), recalculer_attributions()
    if detruits or changes:
        journal.info("Textes détruits : %s. Signatures rendues plus vagues : %s.", detruits, len(changes))


def entretenir_sans_fin(arret: threading.Event) -> None:
    """Run the upkeep now and every hour; one failure is logged and does not stop the next."""
    while not arret.is_set():
        try:
            entretenir()
        except Exception:  # noqa: BLE001 - whatever failed, the next hour must be tried
            journal.exception("L’entretien a échoué ; nouvel essai dans une heure.")
        finally:
            connections.close_all()
        arret.wait(PERIODE)


class Command(BaseCommand):
    """Process queued tasks, and do the upkeep every hour, until stopped."""

    help = "Traite les tâches en attente et détruit à l’heure dite les textes échus."

    def handle(self, *args: Any, **options: Any) -> None:
        arret = threading.Event()
        threading.Thread(target=entretenir_sans_fin, args=(arret,), daemon=True).start()
        try:
            call_command("db_worker", interval=1, startup_delay=False, verbosity=0)
        finally:
            arret.set()
