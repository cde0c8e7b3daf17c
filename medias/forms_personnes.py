"""What the form of an image and that of a recording ask alike: a title that says something, and whose permission."""

from typing import Any

from django.utils.translation import gettext as _

from .horloge import aujourdhui
from .personnes import Personnes
from .titres import TitreChoisiForm


class FichierDePersonnesForm(TitreChoisiForm):
    """A file where people may be recognised."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.initial["personnes"] = None  # asked, never assumed
        if "personnes" in self.fields and self.initial.get("personnes") != Personnes.PERDU:
            champ: Any = self.fields["personnes"]
            champ.choices = [choix for choix in champ.choices if choix[0] != Personnes.PERDU]  # nobody chooses it

    def clean(self) -> dict[str, Any]:
        """Ask for the permission of whoever can be recognised."""
        donnees: dict[str, Any] = super().clean() or self.cleaned_data
        accords = donnees.get("autorisations")
        if donnees.get("personnes") == Personnes.ACCORD and accords is not None:
            if not accords:
                self.add_error("autorisations", _("Choisissez l’autorisation de chaque personne reconnaissable."))
            elif self.instance.pk is None and accords.invalides(aujourdhui()).exists():
                self.add_error("autorisations", _("L’une de ces autorisations est échue ou retirée."))
        if donnees.get("personnes") == Personnes.AUCUNE and accords:
            self.add_error("personnes", _("Des autorisations sont choisies : quelqu’un est donc reconnaissable."))
        return donnees
