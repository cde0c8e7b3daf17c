from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReseauConfig(AppConfig):
    name = "reseau"
    verbose_name = "Réseau"

    def ready(self) -> None:
        """Add our section to the space of resources; close the sessions of whoever's powers change."""
        from .espace import Section, ajouter_section  # noqa: PLC0415 - the applications are not loaded before
        from .revocation import brancher  # noqa: PLC0415 - idem

        brancher()

        ajouter_section(
            Section(
                _("Votre équipe"),
                _("Voyez qui entre ici pour votre ressource, invitez une collègue, retirez un accès."),
                "espace_equipe",
                rang=90,
            )
        )
