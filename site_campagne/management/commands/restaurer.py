"""`manage.py restaurer FICHIER|dernier`: put an archive back, take back again what was taken back since, open."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from tqdm import tqdm

from site_campagne.sauvegarde.conservation import COFFRE, SITE
from site_campagne.sauvegarde.fermeture import est_ferme
from site_campagne.sauvegarde.refus import SauvegardeImpossible
from site_campagne.sauvegarde.restaurer import choisir, restaurer, restaurer_le_coffre


class Command(BaseCommand):
    """Verify, close, put back, replay, open."""

    help = (
        "Remet une archive : la vérifie en entier, ferme le site, remet la base et les fichiers, retire de nouveau ce "
        "qui a été retiré depuis, puis rouvre. Refuse une base qui sert déjà, sauf --remplacer."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("archive", help="Le chemin ou le nom d’une archive, ou « dernier ».")
        parser.add_argument("--remplacer", action="store_true", help="Remplace une base qui n’est pas vide.")
        parser.add_argument(
            "--coffre", action="store_true", help="Remet une archive du coffre (avant celle du site, s’il a péri)."
        )
        parser.add_argument(
            "--sans-registre",
            action="store_true",
            help="Le registre des retraits est perdu : ce qui a été retiré depuis l’archive reviendra.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Put the archive back.

        Raises:
            CommandError: what was refused, and whether the site is closed.
        """
        genre = COFFRE if options["coffre"] else SITE
        try:
            with tqdm(unit="o", unit_scale=True, disable=not sys.stderr.isatty(), file=sys.stderr) as barre:
                choix = choisir(options["archive"], genre, barre.update)
                self.stdout.write(f"{choix.nom}, faite le {choix.entete.cree_le} : intacte.")
                if genre == COFFRE:
                    restaurer_le_coffre(choix, remplacer=options["remplacer"], progres=barre.update)
                    lignes = ["Le coffre est remis. Restaurez le site, ou lancez rejouer_retraits."]
                else:
                    lignes = restaurer(
                        choix,
                        remplacer=options["remplacer"],
                        sans_registre=options["sans_registre"],
                        progres=barre.update,
                    ).lignes()
        except (SauvegardeImpossible, KeyboardInterrupt) as arret:
            suite = " Le site est fermé : « rejouer_retraits --ouvrir » le rouvre." if est_ferme() else ""
            raise CommandError(f"{str(arret) or 'Interrompu.'}{suite}") from None
        except DatabaseError as panne:
            raise CommandError(f"La base ne répond pas, ou refuse ({type(panne).__name__}).") from None
        for ligne in lignes:
            self.stdout.write(ligne)
        if est_ferme():
            self.stdout.write("Le site était fermé et le reste : « maintenance ouvrir » le rouvre.")
