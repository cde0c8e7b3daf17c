from django.apps import AppConfig


class TemoignagesConfig(AppConfig):
    name = "temoignages"
    verbose_name = "Témoignages"

    def ready(self) -> None:
        """Refuse to start without the secrets of the raw words (outside a development machine)."""
        from .chambre.trousseau import poivre, trousseau  # noqa: PLC0415 - settings are not loaded before

        trousseau()
        poivre()
