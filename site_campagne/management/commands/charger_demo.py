"""`manage.py charger_demo`: a plausible year of a federation, invented from end to end. Loses nothing, runs twice."""

import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from site_campagne.demo.charger_anglais import charger_anglais
from site_campagne.demo.charger_balado import charger_balado
from site_campagne.demo.charger_capsules import charger_capsules
from site_campagne.demo.charger_confidentiel import charger_confidentiel
from site_campagne.demo.charger_documents import charger_documents
from site_campagne.demo.charger_enregistrements import charger_enregistrements
from site_campagne.demo.charger_evenements import charger_evenements
from site_campagne.demo.charger_outils import charger_outils
from site_campagne.demo.charger_pages import charger_dessins, charger_pages
from site_campagne.demo.charger_paroles import (
    charger_amorces,
    charger_ateliers,
    charger_attente,
    charger_themes,
    publier_paroles,
)
from site_campagne.demo.charger_presse import charger_presse
from site_campagne.demo.charger_reseau import charger_comptes, charger_ressources
from site_campagne.demo.comptes import COMPTES, MENTION, MOT_DE_PASSE
from site_campagne.demo.confidentiel import JETON
from site_campagne.demo.espace import COURRIEL, RESSOURCE, charger_espace
from site_campagne.demo.responsable import charger_responsable

ETAPES: tuple[tuple[str, Callable[[], Iterator[str]]], ...] = (
    ("Comptes", charger_comptes),
    ("Responsable de la vie privée", charger_responsable),
    ("Ressources", charger_ressources),
    ("Phrases à compléter", charger_amorces),
    ("Thèmes", charger_themes),
    ("Ateliers", charger_ateliers),
    ("Paroles publiées", publier_paroles),
    ("Paroles à lire", charger_attente),
    ("Espace d’une ressource", charger_espace),
    ("Dessins", charger_dessins),
    ("Pages", charger_pages),
    ("Plateformes, cahier, chiffres", charger_documents),
    ("Salle de presse", charger_presse),
    ("Enregistrements", charger_enregistrements),
    ("Capsules", charger_capsules),
    ("Balado", charger_balado),
    ("Événements", charger_evenements),
    ("Boîte à outils", charger_outils),
    ("Pas encore publics", charger_confidentiel),
    ("En anglais", charger_anglais),
)


class Command(BaseCommand):
    """Load the demo content by the actions of the apps."""

    help = "Charge le contenu de démonstration. Refuse ailleurs que sur une machine de développement."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--migrer", action="store_true", help="Met d’abord les deux bases à jour.")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.CREER_SECRETS:
            raise CommandError("Pas de démonstration en production : ses mots de passe sont connus.")
        if options["migrer"]:
            call_command("migrate", verbosity=0)
            call_command("migrate", "coffre", database="coffre", verbosity=0)
        for titre, etape in ETAPES:
            faits = sum(1 for _ in tqdm(etape(), desc=titre, unit="", disable=not sys.stderr.isatty(), leave=False))
            self.stdout.write(f"{titre} : {faits}")
        self.stdout.write(f"\n{MENTION}")
        for compte in COMPTES:
            self.stdout.write(f"  {compte.identifiant} / {MOT_DE_PASSE}  ({compte.prenom} {compte.nom}, {compte.role})")
        self.stdout.write(f"  {COURRIEL}  ({RESSOURCE}, sans mot de passe : /espace/connexion/, le code s’affiche ici)")
        self.stdout.write(f"  /partage/{JETON}/  (un document de travail, par un lien de partage)")
