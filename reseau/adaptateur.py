"""What django-allauth asks of the site: nothing remembered, no sign-up, secrets that only our own can read."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from .connexion import nouveau_grain, ouvre_l_administration
from .models import Compte
from .quotas import adresse_de
from .second_facteur import chiffrer, dechiffrer
from .taches import envoyer_code

PREFIXE = "compte-"


def marque_de(compte: Compte | None) -> str:
    """Return what stands for a typed address in the session: the number of its account, 0 when there is none."""
    return f"{PREFIXE}{compte.pk if compte else 0}"


class AdaptateurDeCompte(DefaultAccountAdapter):
    """Sign-in by code for the people of resources, by password and second factor for the staff."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "too_many_login_attempts": _("Trop d’essais : ce code ne sert plus. Demandez-en un nouveau."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Refuse: accounts are made by the federation."""
        return False

    def generate_login_code(self) -> str:
        """Return a grain in place of the code, which would otherwise stand in clear in the session's row."""
        return nouveau_grain()

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Queue the code of a known account; `email` is the mark that the form gave. No other mail is ours."""
        if template_prefix == "account/email/login_code":
            envoyer_code.enqueue(int(email.removeprefix(PREFIXE)), context["code"])

    def add_message(self, request: HttpRequest, level: int, *args: Any, **kwargs: Any) -> None:
        """Keep what went wrong; « you are signed in » is seen well enough."""
        if level >= messages.ERROR:
            super().add_message(request, level, *args, **kwargs)

    def pre_login(self, request: HttpRequest, user: Compte, **kwargs: Any) -> HttpResponse | None:
        """Refuse an account that was opened to the admin since its code left: a code never opens it."""
        gestes = get_authentication_records(request, user)
        if ouvre_l_administration(user) and not (gestes and gestes[-1]["method"] == "password"):
            return self.respond_user_inactive(request, user)
        reponse: HttpResponse | None = super().pre_login(request, user, **kwargs)
        return reponse

    def respond_user_inactive(self, request: HttpRequest, user: Compte) -> HttpResponse:
        """Lead back to the start, without a word on the account."""
        return redirect("account_login")

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return a keyed hash: should a limit of allauth be on, its key holds no address."""
        return salted_hmac("reseau.adaptateur", adresse_de(request), algorithm="sha256").hexdigest()

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send none of allauth's: they hold the address of the connection. Ours are `avis`."""

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Return the door of the space."""
        return reverse("espace")


class AdaptateurDuFacteur(DefaultMFAAdapter):
    """The second factor of the staff: encrypted at rest, and no address in the application of a phone."""

    def encrypt(self, text: str) -> str:
        """Encrypt under the site's secret."""
        return chiffrer(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Read what `encrypt` made."""
        return dechiffrer(encrypted_text)

    def get_totp_label(self, user: Compte) -> str:
        """Return the name of the account, as the person types it."""
        return user.username
