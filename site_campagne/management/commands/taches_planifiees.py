"""`manage.py taches_planifiees`: what is due is done, each job alone. Run it every minute, or run `travailler`."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from site_campagne.planification.taches import NOMS, TACHES
from site_campagne.planification.tenir import Issue, tenir
from site_campagne.sauvegarde.fermeture import est_ferme


class Command(BaseCommand):
    """Do the jobs that are due; two at once do each of them once."""

    help = "Fait ce que le site doit faire à son heure. À lancer toutes les minutes, où « travailler » ne tourne pas."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--liste", action="store_true", help="nommer les tâches, sans rien faire")
        parser.add_argument("--toutes", action="store_true", help="comme si chacune était due")
        parser.add_argument("--seulement", choices=NOMS, action="append", default=[], help="cette tâche, due ou non")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["liste"]:
            self.stdout.write("\n".join(f"{tache.nom} : {tache.titre}" for tache in TACHES))
            return
        if est_ferme():
            self.stdout.write("Le site est fermé : rien n’a été fait.")
            return
        bilans = tenir(seules=options["seulement"], forcer=options["toutes"] or bool(options["seulement"]))
        for bilan in bilans:
            if bilan.issue is not Issue.PAS_DUE:
                self.stdout.write(f"{bilan.tache.titre} : {bilan.issue}, {bilan.dit}")
        if ratees := [bilan.tache.nom for bilan in bilans if bilan.issue is Issue.RATEE]:
            raise CommandError(f"Ratées : {', '.join(ratees)}. Voir « manage.py diagnostic » et le journal.")
