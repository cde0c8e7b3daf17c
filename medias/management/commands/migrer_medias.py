"""`manage.py migrer_medias --vers s3`: move the files of the site, while it is open; start again when it stopped."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.files.storage import Storage, default_storage, storages
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from medias.orphelins import anciens_orphelins
from medias.pannes import StockageIndisponible
from medias.transfert import Bilan, effacer_tout_de_suite, noms_connus, noms_presents, transferer

INTERROMPU = (
    "Le stockage ne répond plus. Rien n’est perdu\u00a0: relancez la même commande, elle reprendra où elle en est."
)
SANS_S3 = "Aucun serveur S3 dans les réglages\u00a0: donnez d’abord S3_ADRESSE, S3_CLE, S3_SECRET et S3_SEAU_PRIVE."
INCOMPLET = "Tous les fichiers ne sont pas à leur nouvelle place, identiques\u00a0: rien n’a été effacé."
ENCORE_LU = "Le site lit encore l’endroit à vider\u00a0: changez d’abord STOCKAGE, redémarrez, puis relancez."


class Command(BaseCommand):
    """Copy, compare, say; delete the source only when asked and when nothing is missing."""

    help = "Copie tous les fichiers du site vers S3, ou de S3 vers cette machine, et vérifie chaque octet."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--vers", required=True, choices=("s3", "local"), help="Où les fichiers doivent être.")
        parser.add_argument("--verifier", action="store_true", help="Relit chaque octet des deux côtés.")
        parser.add_argument(
            "--effacer",
            action="store_true",
            help="Vide l’ancien endroit, orphelins compris, si tout est au nouveau, relu octet par octet; "
            "efface du nouveau ce que rien ne nomme depuis un jour.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if "ailleurs" not in settings.STORAGES:
            raise CommandError(SANS_S3)
        ici, la_bas = default_storage, storages["ailleurs"]
        vers_ici = options["vers"] == settings.STOCKAGE
        source, cible = (la_bas, ici) if vers_ici else (ici, la_bas)
        if options["effacer"] and not vers_ici:
            raise CommandError(ENCORE_LU)
        bilan = Bilan()
        try:
            self._executer(source, cible, bilan, options)
        except StockageIndisponible as panne:
            raise CommandError(INTERROMPU) from panne
        finally:
            self._dire(bilan)
        if not bilan.est_complet:
            raise CommandError(INCOMPLET)

    def _executer(self, source: Any, cible: Any, bilan: Bilan, options: dict[str, Any]) -> None:
        self._exiger_un_seau_ferme(source, cible)
        connus = noms_connus()
        relire = options["verifier"] or options["effacer"]
        transferer(source, cible, self._suivre(connus, "Fichiers"), bilan, relire=relire)
        bilan.orphelins = sorted(set(noms_presents(source)) - set(connus))
        presents = set(noms_presents(cible))
        bilan.restes = sorted(presents - set(noms_connus()))  # asked after: the site is open
        if options["effacer"] and bilan.est_complet:
            for nom in self._suivre(list(noms_presents(source)), "Effacés"):
                effacer_tout_de_suite(source, nom)
            self.stdout.write("L’ancien endroit est vide.")
            # What someone is giving at this moment has no row yet: it is left alone for a day.
            for nom in self._suivre(anciens_orphelins(cible, bilan.restes), "Restes effacés"):
                effacer_tout_de_suite(cible, nom)

    @staticmethod
    def _exiger_un_seau_ferme(*magasins: Storage) -> None:
        from medias.stockage import SeauOuvert  # noqa: PLC0415 - boto3, only where there is a server

        for magasin in magasins:
            if verifier_ferme := getattr(magasin, "verifier_ferme", None):
                try:
                    verifier_ferme()
                except SeauOuvert as ouvert:
                    raise CommandError("Le seau privé se lit sans signature\u00a0: fermez-le d’abord.") from ouvert

    @staticmethod
    def _suivre(noms: list[str], quoi: str) -> Iterator[str]:
        return iter(tqdm(noms, desc=quoi, unit=" fichiers", disable=not sys.stderr.isatty(), leave=False))

    def _dire(self, bilan: Bilan) -> None:
        self.stdout.write(f"Copiés\u00a0: {len(bilan.copies)}. Déjà là\u00a0: {len(bilan.deja_la)}.")
        for titre, noms in (
            ("Introuvables", bilan.introuvables),
            ("Différents après la copie", bilan.differents),
            ("Orphelins, que rien dans la base ne nomme (non copiés)", bilan.orphelins),
            ("Restes, au nouvel endroit, que rien dans la base ne nomme", bilan.restes),
        ):
            if noms:
                self.stdout.write("\n  ".join([f"{titre}\u00a0: {len(noms)}", *noms]))
