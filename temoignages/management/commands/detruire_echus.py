"""`manage.py detruire_echus`: destroy the raw words whose time has come, warn of the next. Run it every hour."""

from smtplib import SMTPException
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from temoignages.actions import detruire_echus
from temoignages.actions.rappeler import rappeler


class Command(BaseCommand):
    """Destroy what is due, then send the warnings of the day."""

    help = (
        "Détruit les textes reçus dont la décision date de près de 60 jours ou que personne n’a décidés en un an, les"
        " fichiers abandonnés et les clés qui ne servent plus; avertit de ce qui vient."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Détruits : {detruire_echus()}.")
        try:
            self.stdout.write(f"Annoncés par courriel : {rappeler()}.")
        except (OSError, SMTPException) as erreur:
            raise CommandError("Les rappels ne sont pas partis : le courriel ne répond pas.") from erreur
