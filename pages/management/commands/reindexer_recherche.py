"""`manage.py reindexer_recherche`: make the index of the public search again. It keeps itself; this is for a doubt."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from tqdm import tqdm

from pages.recherche.etats import Source
from pages.recherche.indexation import reconstruire


class Command(BaseCommand):
    """Write again what may be found, source by source; all of it or nothing."""

    help = "Refait l’index de la recherche publique : pages, témoignages, événements, ressources."

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild; say how many of each.

        Raises:
            CommandError: the database refused; the index is as it was.
        """
        try:
            with tqdm(unit=" entrées", disable=not sys.stderr.isatty(), file=sys.stderr) as barre:
                comptes = reconstruire(barre.update)
        except DatabaseError as erreur:
            raise CommandError(f"L’index est resté comme il était : {type(erreur).__name__}.") from None
        for source in Source:
            self.stdout.write(f"{source.label} : {comptes[source]}")
        self.stdout.write(f"Total : {sum(comptes.values())}")
