"""`manage.py importer_evenements FICHIER`: bring events in from a file, for the moderators to read."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from medias.tableaux import FeuilleIllisible
from pages.evenements.importer import ImportInterdit, Rapport, importer_evenements
from pages.evenements.lignes import FeuilleEvenements, lire_evenements
from reseau.models import Compte


class Command(BaseCommand):
    """Create events and send them to the moderators; report line by line; fail when a line was refused."""

    help = (
        "Crée les événements d’un fichier (CSV, XLSX : ressource, titre, genre, date, début, fin et, au besoin, les"
        " autres colonnes du guide) et les envoie à la modération. Rien n’est publié par ce geste."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("fichier", type=Path)
        parser.add_argument("--apercu", action="store_true", help="Dit ce qui se ferait, sans rien changer.")
        parser.add_argument("--brouillons", action="store_true", help="Garde en brouillon, sans envoyer.")
        parser.add_argument("--compte", default="", help="L’identifiant de qui importe, et n’approuvera donc pas.")

    def handle(self, *args: Any, **options: Any) -> None:
        feuille = self._lire(options["fichier"])
        lignes = tqdm(feuille.rangees, desc="Lignes", unit="", disable=not sys.stderr.isatty(), leave=False)
        try:
            rapport = importer_evenements(
                rangees=lignes,
                par=self._compte(options["compte"]),
                apercu=options["apercu"],
                brouillons=options["brouillons"],
            )
        except ImportInterdit as erreur:
            raise CommandError(str(erreur)) from erreur
        self._dire(feuille, rapport)
        if options["apercu"]:
            self.stdout.write("Rien n’a changé : c’était un aperçu.")
        if rapport.refusees:
            raise CommandError(
                f"Lignes refusées : {len(rapport.refusees)}. Les autres ne sont pas touchées par ce refus."
            )

    @staticmethod
    def _lire(fichier: Path) -> FeuilleEvenements:
        try:
            return lire_evenements(fichier.read_bytes())
        except OSError as erreur:
            raise CommandError(f"Le fichier ne peut pas être ouvert : {erreur.strerror}.") from erreur
        except FeuilleIllisible as erreur:
            raise CommandError(str(erreur)) from erreur

    @staticmethod
    def _compte(identifiant: str) -> Compte | None:
        if not identifiant:
            return None
        compte = Compte.objects.filter(username=identifiant).first()
        if compte is None:
            raise CommandError(f"Aucun compte n’a l’identifiant « {identifiant} ».")
        return compte

    def _dire(self, feuille: FeuilleEvenements, rapport: Rapport) -> None:
        self.stdout.write(f"Lu en {feuille.encodage}. {feuille.remarque}".strip())
        for ligne in rapport.lignes:
            details = f" ({' ; '.join(ligne.details)})" if ligne.details else ""
            self.stdout.write(f"Ligne {ligne.numero}, {ligne.nom} : {ligne.verdict.label}{details}")
        self.stdout.write(", ".join(f"{verdict} : {nombre}" for verdict, nombre in rapport.comptes) + ".")
