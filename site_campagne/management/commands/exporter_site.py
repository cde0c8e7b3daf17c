"""`manage.py exporter_site CIBLE`: the way out: the public site as files, its data as tables."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from site_campagne.sortir.exporter import exporter
from site_campagne.sortir.recolte import SortieImpossible


class Command(BaseCommand):
    """Write what the public sees, and say what stayed behind."""

    help = (
        "Écrit le site public en fichiers qui s’ouvrent sans serveur, dans les deux langues, avec ses images et ses "
        "données en CSV. Rien de ce qui n’est pas public n’y est."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("cible", type=Path, help="Un dossier neuf, ou un nom en « .zip ».")

    def handle(self, *args: Any, **options: Any) -> None:
        """Export.

        Raises:
            CommandError: nothing was written; it says why.
        """
        try:
            with tqdm(unit=" adresses", disable=not sys.stderr.isatty(), file=sys.stderr) as barre:
                sortie = exporter(options["cible"], barre.update)
        except SortieImpossible as refus:
            raise CommandError(str(refus)) from None
        self.stdout.write(f"Fichiers du site : {sortie.fichiers}.")
        for nom, rangees in sortie.rangees.items():
            self.stdout.write(f"{nom}.csv : {rangees} lignes.")
        self.stdout.write(f"Adresses laissées au site : {len(sortie.laissees)}.")
        if options["verbosity"] > 1:
            self.stdout.write("\n".join(sortie.laissees))
