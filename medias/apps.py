from django.apps import AppConfig


class MediasConfig(AppConfig):
    name = "medias"
    verbose_name = "Médias"

    def ready(self) -> None:
        """Index what a page or a snippet refers to, as soon as it is published."""
        from wagtail.signals import published  # noqa: PLC0415 - models are loaded by now, not before

        from .visibilite import indexer  # noqa: PLC0415 - idem

        published.connect(indexer, dispatch_uid="medias.visibilite")
