"""`manage.py oublier_second_facteur COMPTE`: for the only administrator, who lost both phone and paper."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from reseau.models import Compte
from reseau.second_facteur import reinitialiser


class Command(BaseCommand):
    """Reset the second factor of an account, from the server itself."""

    help = "Réinitialise le second facteur d’un compte, ferme ses sessions et l’en avertit par courriel."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("compte", help="L’identifiant du compte.")

    def handle(self, *args: Any, **options: Any) -> None:
        compte = Compte.objects.filter(username=options["compte"]).first()
        if compte is None:
            raise CommandError("Aucun compte n’a cet identifiant.")
        reinitialiser(compte=compte, par=None)
        self.stdout.write("Second facteur réinitialisé : la personne l’inscrira à sa prochaine connexion.")
