from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate


class SiteCampagneConfig(AppConfig):
    name = "site_campagne"
    verbose_name = "Site de campagne"

    def ready(self) -> None:
        """Register the checks, keep the ledger, hush failed tasks; after each migration, complete roles and address."""
        from . import checks  # noqa: F401, PLC0415 - the checks read models, not loaded before this point
        from .adresse import accorder  # noqa: PLC0415 - idem
        from .fraicheur import marques  # noqa: PLC0415 - idem
        from .journalisation import taches  # noqa: PLC0415 - idem
        from .roles import synchroniser  # noqa: PLC0415 - idem
        from .sauvegarde.signaux import brancher  # noqa: PLC0415 - idem

        brancher()
        taches.brancher()
        connection_created.connect(marques.brancher, dispatch_uid="site_campagne.fraicheur")

        post_migrate.connect(synchroniser, dispatch_uid="site_campagne.roles")
        post_migrate.connect(accorder, dispatch_uid="site_campagne.adresse")
