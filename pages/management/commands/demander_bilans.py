"""`manage.py demander_bilans`: how it went, asked of each resource whose event is over; as often run as one likes."""

from typing import Any

from django.core.management.base import BaseCommand

from pages.evenements.rappels import demander_les_bilans


class Command(BaseCommand):
    """Ask the day after, and once ten days later."""

    help = "Demande aux ressources le bilan de leurs événements passés, deux fois au plus. À lancer chaque matin."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Bilans demandés : {demander_les_bilans()}.")
