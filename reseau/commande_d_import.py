"""The command of an import from a file: progress, a line for each line, and a failure when one was refused."""

import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from medias.tableaux import Feuille, FeuilleIllisible, Rangee

from .rapport import Rapport


class CommandeDImport(BaseCommand):
    """A kind of import adds its help, its options, how it reads and what it runs."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("fichier", type=Path)
        parser.add_argument("--apercu", action="store_true", help="Dit ce qui changerait, sans rien changer.")

    def importer(
        self,
        lire: Callable[[bytes], Feuille],
        executer: Callable[[Iterable[Rangee]], Rapport],
        options: dict[str, Any],
    ) -> None:
        """Read the file, run, and say what was done. Raises `CommandError` when a line, or the file, is refused."""
        try:
            feuille = lire(options["fichier"].read_bytes())
        except OSError as erreur:
            raise CommandError(f"Le fichier ne peut pas être ouvert\u00a0: {erreur.strerror}.") from erreur
        except FeuilleIllisible as erreur:
            raise CommandError(str(erreur)) from erreur
        rapport = executer(tqdm(feuille.rangees, desc="Lignes", unit="", disable=not sys.stderr.isatty(), leave=False))
        self.stdout.write(f"Lu en {feuille.encodage}. {feuille.remarque}".strip())
        for ligne in rapport.lignes:
            details = f" ({' ; '.join(ligne.details)})" if ligne.details else ""
            self.stdout.write(f"Ligne {ligne.numero}, {ligne.nom}\u00a0: {ligne.verdict.label}{details}")
        self.stdout.write(", ".join(f"{verdict}\u00a0: {nombre}" for verdict, nombre in rapport.comptes) + ".")
        if options["apercu"]:
            self.stdout.write("Rien n’a changé\u00a0: c’était un aperçu.")
        if rapport.refusees:
            raise CommandError(
                f"Lignes refusées\u00a0: {len(rapport.refusees)}. Les autres ne sont pas touchées par ce refus."
            )
