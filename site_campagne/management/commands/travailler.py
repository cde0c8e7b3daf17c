"""`manage.py travailler`: one process for background tasks, what is published at its hour, and the upkeep."""

import logging
import threading
from collections.abc import Callable
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connections

from pages.evenements.rappels import demander_les_bilans
from pages.evenements.resume import envoyer_les_resumes
from pages.publication.horaire import tenir_l_horaire
from pages.suivis import demander_les_suivis
from reseau.horloge import maintenant
from site_campagne.menage import faire_le_menage
from temoignages.actions import detruire_echus
from temoignages.actions.rappeler import rappeler
from temoignages.actions.registre import recalculer_attributions

PERIODE, PAS_DE_L_HORAIRE = 3600, 60  # seconds
MATIN = 7  # the hour, in Québec, from which the mails of the day may leave
journal = logging.getLogger(__name__)


def publier_a_l_heure() -> None:
    """Publish what is due; a refusal is logged, without a word of the page."""
    bilan = tenir_l_horaire()
    for refus in bilan.refus:
        journal.error("Publication programmée refusée : %s", refus)


def entretenir() -> None:
    """Run what is due: destroy the raw words whose time has come, make vaguer what the network no longer hides.

    The warnings come after: a mail server that does not answer keeps nothing from being destroyed; nor does a file that
    cannot be swept keep a warning from leaving.
    """
    detruits, changes = detruire_echus(), recalculer_attributions()
    if detruits or changes:
        journal.info("Textes détruits : %s. Signatures rendues plus vagues : %s.", detruits, len(changes))
    try:
        prevenir()
    finally:
        faire_le_menage()


def prevenir() -> None:
    """Send the mails that are due."""
    if annonces := rappeler():
        journal.info("Échéances annoncées par courriel : %s.", annonces)
    if suivis := demander_les_suivis():
        journal.info("Suivis d’œuvres demandés par courriel : %s.", suivis)
    if (instant := maintenant()).hour >= MATIN:
        resumes, bilans = envoyer_les_resumes(instant.date()), demander_les_bilans()
        if resumes or bilans:
            journal.info("Résumés d’événements : %s. Bilans demandés : %s.", resumes, bilans)


def entretenir_sans_fin(arret: threading.Event, geste: Callable[[], None] = entretenir, periode: int = PERIODE) -> None:
    """Run the upkeep, or another thing, now and every `periode`; a failure is logged and does not stop the next."""
    while not arret.is_set():
        try:
            geste()
        except Exception:  # noqa: BLE001 - whatever failed, the next time must be tried
            journal.exception("L’entretien a échoué ; nouvel essai dans %s secondes.", periode)
        finally:
            connections.close_all()
        arret.wait(periode)


class Command(BaseCommand):
    """Process queued tasks, publish each minute what is due, and do the upkeep every hour, until stopped."""

    help = "Traite les tâches en attente, publie à l’heure dite, détruit les textes échus."

    def handle(self, *args: Any, **options: Any) -> None:
        arret = threading.Event()
        for travail in ((arret,), (arret, publier_a_l_heure, PAS_DE_L_HORAIRE)):
            threading.Thread(target=entretenir_sans_fin, args=travail, daemon=True).start()
        try:
            call_command("db_worker", interval=1, startup_delay=False, verbosity=0)
        finally:
            arret.set()
