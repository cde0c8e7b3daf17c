"""`manage.py diagnostic`: what is wrong, and what to do; nothing is changed. Exit code 1 when something is broken."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from site_campagne.etat.constats import Gravite
from site_campagne.etat.diagnostic import EXAMENS, examiner


class Command(BaseCommand):
    """Examine the site from top to bottom."""

    help = "Dit ce qui ne va pas et ce qu’il faut faire. Ne change rien. Code de sortie 1 s’il y a une panne."
    requires_system_checks: list[str] = []  # a broken site is what it is for

    def handle(self, *args: Any, **options: Any) -> None:
        constats = examiner()
        for constat in constats:
            self.stdout.write(f"{constat.gravite} · {constat.sujet} : {constat.vu}\n    À faire : {constat.geste}")
        pannes = sum(constat.gravite is Gravite.PANNE for constat in constats)
        if not constats:
            self.stdout.write(f"Tout va bien ({len(EXAMENS)} examens).")
            return
        self.stdout.write(f"\nPannes : {pannes}. Avis : {len(constats) - pannes}.")
        if pannes:
            sys.exit(1)
