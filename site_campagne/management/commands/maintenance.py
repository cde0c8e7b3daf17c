"""`manage.py maintenance fermer|ouvrir`: the page that waits, with the help lines, in place of every address."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from site_campagne.sauvegarde.fermeture import est_ferme, fermer, rouvrir
from site_campagne.sauvegarde.refus import SauvegardeImpossible


class Command(BaseCommand):
    """Close the site, open it, or say how it is."""

    help = "Ferme le site (page d’attente, 503), le rouvre, ou dit ce qu’il en est."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("geste", choices=["fermer", "ouvrir", "etat"], nargs="?", default="etat")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it.

        Raises:
            CommandError: a restore did not end: the site stays closed.
        """
        if options["geste"] == "fermer":
            fermer()
        elif options["geste"] == "ouvrir":
            try:
                rouvrir()
            except SauvegardeImpossible as refus:
                raise CommandError(str(refus)) from None
        self.stdout.write("Le site est fermé." if est_ferme() else "Le site est ouvert.")
