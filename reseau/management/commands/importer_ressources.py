"""`manage.py importer_ressources FICHIER`: bring the directory up to date from a file."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from medias.tableaux import FeuilleIllisible
from reseau.actions import importer_ressources
from reseau.feuilles import lire_ressources


class Command(BaseCommand):
    """Create and update resources; report line by line; fail when a line was refused."""

    help = (
        "Crée et met à jour les ressources du répertoire (CSV, XLSX : nom, région et, au besoin, les autres colonnes"
        " du guide). Une case vide laisse ce qui est là."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("fichier", type=Path)
        parser.add_argument("--apercu", action="store_true", help="Dit ce qui changerait, sans rien changer.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            feuille = lire_ressources(options["fichier"].read_bytes())
        except OSError as erreur:
            raise CommandError(f"Le fichier ne peut pas être ouvert : {erreur.strerror}.") from erreur
        except FeuilleIllisible as erreur:
            raise CommandError(str(erreur)) from erreur
        lignes = tqdm(feuille.rangees, desc="Lignes", unit="", disable=not sys.stderr.isatty(), leave=False)
        rapport = importer_ressources(rangees=lignes, par=None, apercu=options["apercu"])
        self.stdout.write(f"Lu en {feuille.encodage}. {feuille.remarque}".strip())
        for ligne in rapport.lignes:
            details = f" ({' ; '.join(ligne.details)})" if ligne.details else ""
            self.stdout.write(f"Ligne {ligne.numero}, {ligne.nom} : {ligne.verdict.label}{details}")
        self.stdout.write(", ".join(f"{verdict} : {nombre}" for verdict, nombre in rapport.comptes) + ".")
        if options["apercu"]:
            self.stdout.write("Rien n’a changé : c’était un aperçu.")
        if rapport.refusees:
            raise CommandError(
                f"Lignes refusées : {len(rapport.refusees)}. Les autres ne sont pas touchées par ce refus."
            )
