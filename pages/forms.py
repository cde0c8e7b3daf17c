"""Forms of the staff."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from .publication.actions import MotifDepublication


class DepublierForm(forms.Form):
    """Why a page is taken down: one of a few reasons, and a word when none fits."""

    motif = forms.ChoiceField(label=_("Pourquoi"), choices=MotifDepublication.choices, widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("Précision"),
        max_length=200,
        required=False,
        help_text=_("Quelques mots pour l’équipe, sans nommer personne. Demandée pour « autre raison »."),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a word when the reason is another one."""
        propre: dict[str, Any] = super().clean() or {}
        if propre.get("motif") == MotifDepublication.AUTRE and not propre.get("note", "").strip():
            self.add_error("note", _now("Dites en quelques mots pourquoi."))
        return propre
