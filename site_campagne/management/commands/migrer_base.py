"""`manage.py migrer_base --depuis site.sqlite3 --coffre coffre.sqlite3`: into the PostgreSQL that the site names."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.cache import caches
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from site_campagne.demenagement.demenager import demenager
from site_campagne.demenagement.refus import DemenagementImpossible


class Command(BaseCommand):
    """Copy both databases, compare every row, make the indexes again. Broken off, it left nothing: run it again."""

    help = "Déménage de SQLite à PostgreSQL : copie les deux bases, compare chaque rangée, refait les index."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--depuis", type=Path, required=True, metavar="FICHIER", help="l’ancienne base du site")
        parser.add_argument("--coffre", type=Path, required=True, metavar="FICHIER", help="l’ancien coffre")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            fait = demenager({"default": options["depuis"], "coffre": options["coffre"]}, self._dire)
        except DemenagementImpossible as refus:
            raise CommandError(str(refus)) from None
        for nom in fait.laissees:
            self.stderr.write(f"Sans modèle, laissée dans l’ancienne base : {nom}")
        self.stdout.write(f"{fait.tables} tables, {fait.rangees} rangées : pareilles des deux côtés.")
        for cache in caches.all():
            cache.clear()
        self.stdout.write("Index de recherche…")
        call_command("reindexer_recherche", stdout=self.stdout)
        call_command("update_index", verbosity=0)
        self.stdout.write("C’est fini. Vérifiez (manage.py diagnostic), puis ouvrez : manage.py maintenance ouvrir")

    def _dire(self, nom: str, rangees: int) -> None:
        if rangees:
            self.stdout.write(f"  {nom} : {rangees}")
