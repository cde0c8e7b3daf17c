"""`manage.py rechiffrer_cles`: after adding a key on the first line of the keyring."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from temoignages.chambre.scelles import rechiffrer_cles
from temoignages.chambre.trousseau import ChambreFermee


class Command(BaseCommand):
    """Wrap every data key again with the writing key, so that the old one can be removed."""

    help = "Enveloppe toutes les clés des dépôts avec la première clé du trousseau."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.stdout.write(f"Clés enveloppées de nouveau : {rechiffrer_cles()}.")
        except ChambreFermee as erreur:
            raise CommandError("Une clé n’a pas pu être ouverte : rien n’a changé. Vérifiez le trousseau.") from erreur
