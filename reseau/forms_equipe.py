"""The two forms of a team: whom to invite, and how the person who joins is called."""

from django import forms
from django.utils.translation import gettext_lazy as _


class InvitationForm(forms.Form):
    """Whom to invite."""

    adresse = forms.EmailField(
        label=_("Courriel de la personne"),
        max_length=254,
        help_text=_(
            "Elle recevra un lien qui sert une fois, pendant deux semaines. Préférez un courriel à elle seule."
        ),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Écrivez le courriel de la personne."),
            "invalid": _("Ce courriel semble incomplet. Il ressemble à nom@exemple.org."),
        },
    )


class EntreeForm(forms.Form):
    """How one wants to be called."""

    prenom = forms.CharField(
        label=_("Votre prénom"),
        max_length=150,
        required=False,
        help_text=_("Les personnes de votre ressource le verront, et l’équipe de la fédération."),
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    nom = forms.CharField(
        label=_("Votre nom"),
        max_length=150,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )
