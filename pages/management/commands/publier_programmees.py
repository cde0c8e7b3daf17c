"""`manage.py publier_programmees`: what is due goes out, each alone; a refusal is said and the next one is tried."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from pages.publication.horaire import tenir_l_horaire


class Command(BaseCommand):
    """Publish the approved revisions whose hour has come, and take down what has expired."""

    help = "Publie ce qui est approuvé et dont l’heure est venue; retire ce qui est échu. À lancer toutes les minutes."

    def handle(self, *args: Any, **options: Any) -> None:
        bilan = tenir_l_horaire()
        self.stdout.write(f"Publiées : {bilan.publiees}. Retirées : {bilan.retirees}. Refusées : {len(bilan.refus)}.")
        if bilan.refus:
            raise CommandError("\n".join(bilan.refus))
