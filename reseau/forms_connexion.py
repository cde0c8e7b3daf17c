"""The two forms of the sign-in: an address, then the code that it received."""

from typing import Any

from allauth.core import context
from django import forms
from django.utils.translation import gettext_lazy as _

from .adaptateur import marque_de
from .connexion import PAR_ADRESSE, PAR_CONNEXION, compte_a_joindre, est_le_code
from .quotas import compter


class AdresseForm(forms.Form):
    """Where to send the code. Answers the same for an address that nobody has."""

    email = forms.EmailField(
        label=_("Votre courriel"),
        max_length=254,
        help_text=_("Celui que la fédération connaît pour votre ressource."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Écrivez votre courriel."),
            "invalid": _("Ce courriel semble incomplet. Il ressemble à nom@exemple.org."),
        },
    )

    def clean_email(self) -> str:
        """Find the account, and return its mark in place of the address: allauth keeps what it gets in the session."""
        adresse = str(self.cleaned_data["email"]).casefold()
        if compter(PAR_CONNEXION, context.request) > PAR_CONNEXION.limite:
            raise forms.ValidationError(
                _("Beaucoup de codes viennent d’être demandés par votre connexion. Réessayez dans une heure.")
            )
        if compter(PAR_ADRESSE, adresse) > PAR_ADRESSE.limite:
            raise forms.ValidationError(
                _("Plusieurs codes ont déjà été demandés pour ce courriel. Réessayez dans une heure.")
            )
        self._user = compte_a_joindre(adresse)  # the name that allauth's view reads
        return marque_de(self._user)


class CodeForm(forms.Form):
    """The code."""

    code = forms.CharField(
        label=_("Votre code"),
        max_length=40,
        help_text=_("Huit chiffres. Les espaces n’ont pas d’importance."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "spellcheck": "false"}),
        error_messages={"required": _("Écrivez les huit chiffres du code.")},
    )

    def __init__(self, *args: Any, code: str = "", **kwargs: Any) -> None:
        """Take the grain that allauth kept, empty for an address that nobody has."""
        super().__init__(*args, **kwargs)
        self._grain = code

    def clean_code(self) -> str:
        """Refuse a code that is not the one sent."""
        saisie = str(self.cleaned_data["code"])
        if not est_le_code(saisie, self._grain):
            raise forms.ValidationError(_("Ce code n’est pas le bon. Vérifiez les chiffres du dernier courriel reçu."))
        return saisie
