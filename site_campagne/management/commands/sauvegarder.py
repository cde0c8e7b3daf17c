"""`manage.py sauvegarder`: an archive of the site and one of the safe, sealed, read again; `--exercice` tries them."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from tqdm import tqdm

from site_campagne.planification.taches import SAUVEGARDER
from site_campagne.planification.tenir import noter
from site_campagne.sauvegarde.exercice import exercer
from site_campagne.sauvegarde.refus import SauvegardeImpossible
from site_campagne.sauvegarde.sauvegarder import sauvegarder


class Command(BaseCommand):
    """Say what was made; exit 1 with a sentence when something was not."""

    help = (
        "Fait une archive du site (base et fichiers) et, ailleurs, une du coffre, gardée sept jours. Les deux sont "
        "chiffrées et relues; les anciennes partent ensuite. --exercice les remet à part, pour voir."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--exercice",
            action="store_true",
            help="Ne sauvegarde rien : remet les dernières archives à part et compare.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the archives, or try them.

        Raises:
            CommandError: something failed; it says what, and what to do.
        """
        try:
            with tqdm(unit="o", unit_scale=True, disable=not sys.stderr.isatty(), file=sys.stderr) as barre:
                lignes = self._exercer(barre.update) if options["exercice"] else self._sauvegarder(barre.update)
        except SauvegardeImpossible as refus:
            raise CommandError(str(refus)) from None
        except DatabaseError as panne:
            raise CommandError(f"La base ne répond pas, ou refuse ({type(panne).__name__}).") from None
        for ligne in lignes:
            self.stdout.write(ligne)

    def _sauvegarder(self, progres: Any) -> list[str]:
        lignes = []
        for faite in sauvegarder(progres):
            octets = sum(membre[0] for membre in faite.manifeste.membres.values())
            lignes.append(f"{faite.nom} : {len(faite.manifeste.membres)} éléments, {octets} octets, relue.")
            if faite.manifeste.absents:
                lignes.append(
                    f"Attention : {faite.manifeste.absents} fichiers que la base nomme sont introuvables. "
                    "Lancez migrer_medias, qui les liste."
                )
        noter(SAUVEGARDER)
        return lignes

    def _exercer(self, progres: Any) -> list[str]:
        return [
            f"{fait.nom} : {fait.tables} tables et {fait.rangees} lignes pareilles, {fait.fichiers} fichiers intacts."
            for fait in exercer(progres)
        ]
