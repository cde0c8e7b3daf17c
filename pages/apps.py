from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_save


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = "Pages"

    def ready(self) -> None:
        """Keep the workflow in place, and the door in front of Wagtail's bare pages too."""
        from wagtail.models import Page  # noqa: PLC0415 - models are loaded by now, not before

        from .publication.installation import installer  # noqa: PLC0415 - idem
        from .publication.nues import garder  # noqa: PLC0415 - idem

        post_migrate.connect(installer, dispatch_uid="pages.publication")
        pre_save.connect(garder, sender=Page, dispatch_uid="pages.publication")
