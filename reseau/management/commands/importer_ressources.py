"""`manage.py importer_ressources FICHIER`: bring the directory up to date from a file."""

from typing import Any

from reseau.actions import importer_ressources
from reseau.commande_d_import import CommandeDImport
from reseau.feuilles import lire_ressources


class Command(CommandeDImport):
    """Create and update resources; report line by line; fail when a line was refused."""

    help = (
        "Crée et met à jour les ressources du répertoire (CSV, XLSX\u00a0: nom, région et, au besoin, les autres"
        " colonnes du guide). Une case vide laisse ce qui est là."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.importer(
            lire_ressources,
            lambda rangees: importer_ressources(rangees=rangees, par=None, apercu=options["apercu"]),
            options,
        )
