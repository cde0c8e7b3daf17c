"""`manage.py detruire_echus`: destroy the raw words whose time has come. Run it every hour."""

from typing import Any

from django.core.management.base import BaseCommand

from temoignages.actions import detruire_echus


class Command(BaseCommand):
    """Destroy what was decided long enough ago."""

    help = "Détruit les textes reçus dont la décision date de près de 60 jours, et les fichiers abandonnés."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Détruits : {detruire_echus()}.")
