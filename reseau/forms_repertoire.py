"""The forms that keep the directory: a file of resources, and the two listings of one resource."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .feuilles import lire_ressources
from .forms_import import FichierForm
from .models import Ressource


class FichierRessourcesForm(FichierForm):
    """A file of resources."""

    aide = _("Une ligne par ressource. Les colonnes « nom » et « région » sont obligatoires. 2 Mo au plus.")
    lire = staticmethod(lire_ressources)


class _ChoixRessource(forms.ModelChoiceField[Ressource]):
    def label_from_instance(self, ressource: Ressource) -> str:
        """Tell apart two resources of one name."""
        return f"{ressource.nom} ({ressource.get_region_display()})"


class DeuxRessourcesForm(forms.Form):
    """The listing that stays, and the one that goes."""

    gardee = _ChoixRessource(Ressource.objects.all(), label=_("La fiche à garder"))
    absorbee = _ChoixRessource(Ressource.objects.all(), label=_("La fiche en trop"))

    def clean(self) -> dict[str, Any]:
        """Refuse one and the same."""
        donnees: dict[str, Any] = super().clean() or {}
        if donnees.get("gardee") and donnees.get("gardee") == donnees.get("absorbee"):
            self.add_error("absorbee", _("Choisissez deux fiches différentes."))
        return donnees
