"""What the administration writes in the incident register: places from a closed list, an id, what was done."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .etats import LieuIncident, NatureIncident

# The site alone sees these two happen.
VUS_PAR_LE_SITE = {LieuIncident.FOUILLE, LieuIncident.COFFRE}
LIEUX = [(lieu.value, lieu.label) for lieu in LieuIncident if lieu not in VUS_PAR_LE_SITE]


class IncidentForm(forms.Form):
    """An incident that a person saw. What a search found comes in by itself."""

    nature = forms.ChoiceField(label=_("Nature"), choices=NatureIncident.choices)
    surface = forms.ChoiceField(label=_("Où"), choices=LIEUX)
    reference = forms.RegexField(
        r"^[\w-]*$",
        label=_("Référence"),
        max_length=64,
        required=False,
        help_text=_("Le numéro du dépôt ou du témoignage, s’il y en a un. Aucun texte, aucun nom."),
    )


class MesuresForm(forms.Form):
    """What was done about an incident."""

    mesures = forms.CharField(
        label=_("Mesures prises"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Ce qui a été fait et quand, qui a été avisé par sa fonction. Ni texte, ni nom de personne."),
    )
