"""`manage.py importer_completions FICHIER`: the file of a paper workshop, from the command line."""

import secrets
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.template.loader import render_to_string

from medias.tableaux import FeuilleIllisible
from reseau.models import Compte, Ressource
from temoignages.actions import Confirmation, Refus, Talon, abandonner_lot, confirmer_lot, lire_lot, preparer_lot
from temoignages.actions.confronter import LotLu
from temoignages.models import Lot
from temoignages.taches import alerter_danger


class Command(BaseCommand):
    """Import completed sentences; report line by line; write the sheet of slips."""

    help = (
        "Importe les phrases d’un atelier (CSV, XLSX : amorce, texte, ressource, attribution et, au besoin, personne)"
        " et écrit les talons à découper."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("fichier", type=Path)
        parser.add_argument("--par", required=True, help="Nom d’usager de la personne qui importe.")
        parser.add_argument("--edition", type=int, help="Année de la Journée. Sans elle : la prochaine.")
        parser.add_argument(
            "--talons", type=Path, help="Où écrire la feuille de talons (HTML). Obligatoire pour importer."
        )
        parser.add_argument("--verifier", action="store_true", help="Lit et rapporte, sans rien importer.")
        parser.add_argument(
            "--sans-les-erreurs", action="store_true", help="Importe les lignes justes malgré les autres."
        )
        parser.add_argument(
            "--participants",
            action="append",
            default=[],
            metavar="RESSOURCE=NOMBRE",
            help="Combien de personnes ont participé à l’atelier d’une ressource. À répéter.",
        )
        parser.add_argument(
            "--atteste", action="store_true", help="Les personnes ont consenti ; chacune recevra son talon."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["verifier"]:
            self._exiger_de_quoi_importer(options["talons"], atteste=options["atteste"])
        participants = dict(map(lire_participants, options["participants"]))
        try:
            par = Compte.objects.get(username=options["par"])
            lot = preparer_lot(octets=options["fichier"].read_bytes(), par=par, edition=options["edition"])
        except Compte.DoesNotExist:
            raise CommandError(f"Aucun compte ne s’appelle « {options['par']} ».") from None
        except OSError as erreur:
            raise CommandError(f"Le fichier ne peut pas être ouvert : {erreur.strerror}.") from erreur
        except (FeuilleIllisible, Refus) as erreur:
            raise CommandError(str(erreur)) from erreur
        lu = lire_lot(lot=lot, par=par)
        self._rapporter(lu)
        if options["verifier"] or (lu.erreurs and not options["sans_les_erreurs"]):
            abandonner_lot(lot=lot, par=par)
            if lu.erreurs:
                raise CommandError(f"{len(lu.erreurs)} lignes à corriger. Rien n’a été importé.")
            self.stdout.write("Rien n’a été importé : c’était une vérification.")
            return
        confirmation = Confirmation(
            attestation=True, participants=participants, sans_les_erreurs=options["sans_les_erreurs"]
        )
        self._importer(lot, par, confirmation, options["talons"])

    @staticmethod
    def _exiger_de_quoi_importer(talons: Path | None, *, atteste: bool) -> None:
        if talons is None or talons.exists() or not talons.parent.is_dir():
            raise CommandError(
                "--talons : donnez un nouveau fichier, dans un dossier qui existe. Sans talons, pas de retrait."
            )
        if not atteste:
            raise CommandError("--atteste : il faut attester que les personnes ont consenti.")

    def _importer(self, lot: Lot, par: Compte, confirmation: Confirmation, feuille: Path) -> None:
        try:
            # Before the import: codes that cannot be written would be lost for good.
            feuille.touch(mode=0o600, exist_ok=False)
            talons = confirmer_lot(lot=lot, par=par, grain=secrets.token_urlsafe(16), confirmation=confirmation)
        except OSError as erreur:
            raise CommandError(f"Les talons ne peuvent pas être écrits : {erreur.strerror}.") from erreur
        except Refus as refus:
            feuille.unlink()
            raise CommandError(str(refus)) from refus
        ecrire_talons(feuille, talons)
        for depot_id in lot.depots.filter(urgent=True).values_list("pk", flat=True):
            alerter_danger.enqueue(str(depot_id))
        phrases = sum(len(talon.lignes) for talon in talons)
        self.stdout.write(f"{phrases} phrases importées. Talons : {feuille}.")

    def _rapporter(self, lu: LotLu) -> None:
        self.stdout.write(f"Fichier lu en {lu.encodage}. {lu.remarque}".strip())
        for ligne in lu.lignes:
            remarque = f"mêmes mots que la ligne {ligne.double_de}" if ligne.double_de else "prête"
            self.stdout.write(f"ligne {ligne.numero} : {' '.join(ligne.erreurs) or remarque}")


def lire_participants(saisie: str) -> tuple[int, int]:
    """Read « La Vigie=12 » as a resource's key and how many people took part. Raises `CommandError`."""
    nom, _egal, nombre = saisie.rpartition("=")
    ressources = list(Ressource.objects.nommees(nom))
    if len(ressources) != 1 or not nombre.isdecimal() or not int(nombre):
        raise CommandError(f"--participants : « {saisie} » doit nommer une seule ressource, comme « La Vigie=12 ».")
    return ressources[0].pk, int(nombre)


def ecrire_talons(fichier: Path, talons: list[Talon]) -> None:
    """Write the sheet of slips in a file that was made for it."""
    style = Path(__file__).parents[2] / "static" / "temoignages" / "talons.css"
    contexte = {
        "talons": talons,
        "phrases": sum(len(talon.lignes) for talon in talons),
        "adresse": settings.WAGTAILADMIN_BASE_URL,
        "style": style.read_text(encoding="utf-8"),
        "retour": "",
    }
    fichier.write_text(render_to_string("temoignages/admin/talons.html", contexte), encoding="utf-8")
