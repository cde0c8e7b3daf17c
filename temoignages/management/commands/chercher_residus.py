"""`manage.py chercher_residus`: look for a text everywhere the site keeps something. Run it after a withdrawal."""

import secrets
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from temoignages.actions import Refus
from temoignages.residus.bardeaux import preparer
from temoignages.residus.cible import Cible, CibleIntrouvable, lire_cible
from temoignages.residus.fouille import Trouvaille, fouiller
from temoignages.residus.suite import signaler_certaines
from temoignages.residus.surfaces import inconnues, lire_tout

TROUVE = 1
MAL_EMPLOYE = 2


class Command(BaseCommand):
    """Say where a text remains, never the text."""

    help = (
        "Cherche un texte dans toutes les tables, les fichiers, les caches, les courriels et les journaux. Le texte, "
        "ou l’identifiant d’un témoignage ou d’un dépôt, se donne sur l’entrée standard, jamais en argument. Code de "
        "sortie : 0 rien, 1 trouvé, 2 mal employé."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--sauf",
            action="append",
            default=[],
            metavar="SURFACE",
            help="Surface où le texte est attendu, telle que la commande la nomme. À répéter.",
        )
        parser.add_argument(
            "--journal",
            action="append",
            default=[],
            type=Path,
            metavar="FICHIER",
            help="Journal que le site n’écrit pas lui-même (serveur web, système). À répéter.",
        )
        parser.add_argument("--sans-incident", action="store_true", help="N’ouvre aucun incident au registre.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Search; print each find as it comes; exit 1 when there is one."""
        for journal in options["journal"]:
            if not journal.is_file():
                raise CommandError("--journal : ce fichier n’existe pas.", returncode=MAL_EMPLOYE)
        trouvailles = self._chercher(self._lire_cible(), options["sauf"], options["journal"])
        if not options["sans_incident"] and (certaines := signaler_certaines(trouvailles)):
            self.stdout.write(f"Incidents au registre : {certaines}.")
        for surface in inconnues():
            self.stdout.write(f"Surface que personne n’a déclarée ou que rien ne lit : {surface}.")
        if trouvailles:
            sys.exit(TROUVE)
        self.stdout.write("Rien trouvé.")

    def _lire_cible(self) -> Cible:
        if sys.stdin.isatty():
            self.stderr.write("Collez le texte ou l’identifiant, puis Ctrl-D.")
        try:
            return lire_cible(sys.stdin.buffer.read().decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise CommandError("L’entrée n’est pas en UTF-8.", returncode=MAL_EMPLOYE) from None
        except (CibleIntrouvable, Refus) as erreur:
            raise CommandError(str(erreur), returncode=MAL_EMPLOYE) from None

    def _chercher(self, cible: Cible, sauf: list[str], journaux: list[Path]) -> list[Trouvaille]:
        recherche = preparer(cible.textes, secrets.token_bytes(32))
        if not recherche.serialiser():
            raise CommandError("Il n’y a aucun mot à chercher.", returncode=MAL_EMPLOYE)
        morceaux = tqdm(lire_tout(journaux), unit=" passages", disable=None, file=sys.stderr)
        trouvailles = []
        for trouvaille in fouiller(recherche, morceaux, sauf=cible.chez_elle.union(sauf)):
            self.stdout.write(
                f"{trouvaille.certitude}\t{trouvaille.surface}\t{trouvaille.reference}\t{trouvaille.compte}"
            )
            trouvailles.append(trouvaille)
        return trouvailles
