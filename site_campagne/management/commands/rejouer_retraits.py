"""`manage.py rejouer_retraits`: what was taken back is taken back again. `restaurer` does it; this does it alone."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from site_campagne.sauvegarde.fermeture import rouvrir
from site_campagne.sauvegarde.refus import SauvegardeImpossible
from site_campagne.sauvegarde.rejeu import rejouer
from site_campagne.sauvegarde.restaurer import terminer


class Command(BaseCommand):
    """Take back again what the ledger says and a restored database forgot."""

    help = (
        "Retire de nouveau ce que le registre dit retiré et qu’une restauration a ramené : paroles, images, "
        "enregistrements, accords, pages. Se relance sans risque."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--ouvrir", action="store_true", help="Termine une restauration interrompue, puis rouvre.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Replay; open the site when asked.

        Raises:
            CommandError: it did not finish; a closed site stays closed.
        """
        try:
            bilan = terminer() if options["ouvrir"] else rejouer()
        except SauvegardeImpossible as refus:
            raise CommandError(str(refus)) from None
        for ligne in bilan.lignes():
            self.stdout.write(ligne)
        if options["ouvrir"]:
            rouvrir(rejoue=True)
            self.stdout.write("Le site est ouvert.")
