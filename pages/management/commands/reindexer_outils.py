"""`manage.py reindexer_outils`: make the index of the library again. It keeps itself; this is for a doubt."""

from typing import Any

from django.core.management.base import BaseCommand

from pages.boite.indexation import reconstruire


class Command(BaseCommand):
    """Write again which tools are public, their counts and their words."""

    help = "Refait l’index de la boîte à outils : ce qui est public, les comptes, les mots."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Outils : {reconstruire()}")
