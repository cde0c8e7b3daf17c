from django.apps import AppConfig
from django.db.models.signals import post_migrate


class SiteCampagneConfig(AppConfig):
    name = "site_campagne"
    verbose_name = "Site de campagne"

    def ready(self) -> None:
        """Register the system checks, and keep the roles complete after each migration."""
        from . import checks  # noqa: F401, PLC0415 - the checks read models, not loaded before this point
        from .roles import synchroniser  # noqa: PLC0415 - idem

        post_migrate.connect(synchroniser, dispatch_uid="site_campagne.roles")
