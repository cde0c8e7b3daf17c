"""Naming who approves while someone is away."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from reseau.models import Compte

from .models import Suppleance
from .permissions import ADMIN, APPROUVER


class PersonneField(forms.ModelChoiceField[Compte]):
    """A colleague, by the name that colleagues see."""

    def label_from_instance(self, obj: Compte) -> str:
        return obj.nom_affiche


class SuppleanceForm(WagtailAdminModelForm):
    """An absence: who is away, who approves in their place, between two dates."""

    titulaire = PersonneField(Compte.objects.filter(is_active=True), label=_("Personne absente"))
    suppleant = PersonneField(Compte.objects.filter(is_active=True), label=_("Remplacée par"))

    class Meta:
        model = Suppleance
        fields = ["titulaire", "suppleant", "du", "au"]

    def clean(self) -> dict[str, Any]:
        donnees: dict[str, Any] = super().clean() or self.cleaned_data
        titulaire, suppleant = donnees.get("titulaire"), donnees.get("suppleant")
        if titulaire and not titulaire.has_perm(APPROUVER):
            self.add_error("titulaire", _("Cette personne n’approuve pas de textes par elle-même."))
        if suppleant and not suppleant.has_perm(ADMIN):
            self.add_error("suppleant", _("Cette personne n’a pas accès à l’administration."))
        if titulaire and titulaire == suppleant:
            self.add_error("suppleant", _("Choisissez une autre personne."))
        return donnees
