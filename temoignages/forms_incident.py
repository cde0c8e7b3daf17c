"""What the administration writes in the incident register: places from a closed list, an id, what was done."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .etats import NatureIncident

# Stored as such: `actions.signaler` takes no sentence.
LIEUX = (
    ("site public", _("le site public")),
    ("administration", _("l’administration du site")),
    ("courriel", _("un courriel")),
    ("papier", _("du papier : talons, formulaires, impressions")),
    ("appareil", _("un appareil perdu ou volé")),
    ("sauvegarde", _("une sauvegarde")),
    ("serveur", _("le serveur ou son hébergeur")),
    ("reseaux sociaux", _("les médias sociaux")),
)


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
