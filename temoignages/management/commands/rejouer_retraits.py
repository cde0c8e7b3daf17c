"""`manage.py rejouer_retraits`: after a restore from backup, before the site opens."""

from typing import Any

from django.core.management.base import BaseCommand

from temoignages.actions import rejouer_retraits


class Command(BaseCommand):
    """Withdraw again what the ledger says and the restored database forgot."""

    help = "Retire de nouveau les textes que le registre dit retirés et qu’une restauration a ramenés."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Retirés de nouveau : {rejouer_retraits()}.")
