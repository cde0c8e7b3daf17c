"""The forms of the staff's door: a password, then a code. Every try is counted, good or not."""

from typing import Any

from allauth.core import context
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib.auth import authenticate
from django.utils.translation import gettext_lazy as _

from . import avis
from .models import Compte
from .quotas import compter, depasse
from .second_facteur import PAR_COMPTE, PAR_CONNEXION, PAR_IDENTIFIANT, SECOURS, activer, verifier
from .taches import envoyer_avis

TROP = _("Trop d’essais. Attendez, puis réessayez : dix minutes pour le mot de passe, une heure pour le code.")


class MotDePasseForm(forms.Form):
    """The name of an account, and its password."""

    identifiant = forms.CharField(
        label=_("Identifiant"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"required": _("Écrivez votre identifiant.")},
    )
    mot_de_passe = forms.CharField(
        label=_("Mot de passe"),
        max_length=4096,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Écrivez votre mot de passe.")},
    )

    def clean(self) -> dict[str, Any]:
        """Find the account; the same answer for a name that nobody has."""
        donnees: dict[str, Any] = super().clean() or {}
        if self.errors:
            return donnees
        identifiant, requete = str(donnees["identifiant"]), context.request
        trop = compter(PAR_CONNEXION, requete) > PAR_CONNEXION.limite
        if compter(PAR_IDENTIFIANT, identifiant.casefold()) > PAR_IDENTIFIANT.limite or trop:
            raise forms.ValidationError(TROP)
        self.compte = authenticate(requete, username=identifiant, password=donnees["mot_de_passe"])
        if self.compte is None:
            raise forms.ValidationError(_("Cet identifiant et ce mot de passe ne vont pas ensemble."))
        return donnees


class CodeDuFacteurForm(forms.Form):
    """A code of the application, or one on paper. Takes the account as allauth gives it: `user`."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        help_text=_("Six chiffres que votre application affiche, ou un code de secours de huit chiffres."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "spellcheck": "false"}),
        error_messages={"required": _("Écrivez le code.")},
    )

    def __init__(self, *args: Any, user: Compte, **kwargs: Any) -> None:
        """Keep the account."""
        super().__init__(*args, **kwargs)
        self.compte = user
        self.facteur: Authenticator | None = None

    def clean_code(self) -> str:
        """Use the code up."""
        saisie = str(self.cleaned_data["code"])
        self.compter_l_essai()
        self.facteur = verifier(compte=self.compte, saisie=saisie)
        if self.facteur is None:
            raise forms.ValidationError(
                _("Ce code n’est pas bon, ou il a déjà servi. Attendez que l’application en affiche un autre.")
            )
        return saisie

    def compter_l_essai(self) -> None:
        """Count one try of this account, from wherever it comes. Raises `ValidationError` over the limit."""
        if depasse(PAR_COMPTE, str(self.compte.pk)):
            raise forms.ValidationError(TROP)
        compter(PAR_COMPTE, str(self.compte.pk))

    def save(self) -> None:
        """Write in the session that the factor was shown; tell the person when it was a code on paper."""
        if self.facteur is None:
            raise ValueError("the form is not valid")
        post_authentication(context.request, self.facteur)
        if self.facteur.type == SECOURS:
            envoyer_avis.enqueue(self.compte.pk, avis.SECOURS)


class InscriptionForm(CodeDuFacteurForm):
    """The first code of an application that is being enrolled: it proves that the secret got there."""

    def __init__(self, *args: Any, secret: str, **kwargs: Any) -> None:
        """Keep the secret that the page showed."""
        super().__init__(*args, **kwargs)
        self._secret = secret
        self.fields["code"].help_text = _("Six chiffres : ceux que l’application affiche maintenant.")

    def clean_code(self) -> str:
        """Enrol, when the code is the secret's."""
        saisie = str(self.cleaned_data["code"])
        self.compter_l_essai()
        if not activer(compte=self.compte, secret=self._secret, saisie=saisie):
            raise forms.ValidationError(
                _("Ce code n’est pas celui de l’application. Vérifiez l’heure de votre téléphone, puis réessayez.")
            )
        return saisie
