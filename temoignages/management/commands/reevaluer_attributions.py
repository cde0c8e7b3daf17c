"""`manage.py reevaluer_attributions`: after the network changed, and every night."""

from typing import Any

from django.core.management.base import BaseCommand

from temoignages.actions.registre import a_reevaluer, recalculer_attributions


class Command(BaseCommand):
    """Make coarser what the network no longer allows, and say what someone must look at again."""

    help = (
        "Rend plus vague l’attribution des textes que le réseau d’aujourd’hui ne protège plus assez (jamais plus "
        "précise), et liste les textes à réévaluer."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        changements = recalculer_attributions()
        for changement in changements:
            self.stdout.write(f"{changement.temoignage} : {changement.avant} → {changement.apres}")
        self.stdout.write(f"Attributions rendues plus vagues : {len(changements)}.")
        echues = a_reevaluer().order_by("reevaluer_le", "pk")
        for cle, jour, risque in echues.values_list("temoignage", "reevaluer_le", "risque_residuel"):
            self.stdout.write(f"{cle} : à réévaluer depuis le {jour} (risque {risque})")
        self.stdout.write(f"Textes à réévaluer : {echues.count()}.")
