"""`manage.py importer_evenements FICHIER`: bring events in from a file, for the moderators to read."""

from argparse import ArgumentParser
from collections.abc import Iterable
from typing import Any

from django.core.management.base import CommandError

from medias.tableaux import Rangee
from pages.evenements.importer import ImportInterdit, RapportEvenements, importer_evenements
from pages.evenements.lignes import lire_evenements
from reseau.commande_d_import import CommandeDImport
from reseau.models import Compte


class Command(CommandeDImport):
    """Create events and send them to the moderators; report line by line; fail when a line was refused."""

    help = (
        "Crée les événements d’un fichier (CSV, XLSX\u00a0: ressource, titre, genre, date, début, fin et, au besoin,"
        " les autres colonnes du guide) et les envoie à la modération. Rien n’est publié par ce geste."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--brouillons", action="store_true", help="Garde en brouillon, sans envoyer.")
        parser.add_argument("--compte", default="", help="L’identifiant de qui importe, et n’approuvera donc pas.")

    def handle(self, *args: Any, **options: Any) -> None:
        par = self._compte(options["compte"])

        def executer(rangees: Iterable[Rangee]) -> RapportEvenements:
            try:
                return importer_evenements(
                    rangees=rangees, par=par, apercu=options["apercu"], brouillons=options["brouillons"]
                )
            except ImportInterdit as erreur:
                raise CommandError(str(erreur)) from erreur

        self.importer(lire_evenements, executer, options)

    @staticmethod
    def _compte(identifiant: str) -> Compte | None:
        if not identifiant:
            return None
        compte = Compte.objects.filter(username=identifiant).first()
        if compte is None:
            raise CommandError(f"Aucun compte n’a l’identifiant « {identifiant} ».")
        return compte
