from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TemoignagesConfig(AppConfig):
    name = "temoignages"
    verbose_name = "Témoignages"

    def ready(self) -> None:
        """Add our section to the space of resources, follow their merges; refuse to start without the secrets."""
        from reseau.espace import Section, ajouter_section  # noqa: PLC0415 - the applications are not loaded before

        ajouter_section(
            Section(
                _("Les paroles de vos ateliers"),
                _("Versez les phrases recueillies sur papier, imprimez les talons, suivez et retirez des lignes."),
                "espace_paroles:lots",
            )
        )
        from reseau.fusion import ajouter_accord, ajouter_suite  # noqa: PLC0415 - models

        from .actions.suivre_fusion import accorder_participations, suivre_fusion  # noqa: PLC0415 - models

        ajouter_accord("temoignages.ParticipationAtelier", accorder_participations)
        ajouter_suite("temoignages", suivre_fusion)
        from .chambre.trousseau import poivre, trousseau  # noqa: PLC0415 - settings are not loaded before

        trousseau()
        poivre()
