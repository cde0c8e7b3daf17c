"""Someone whom a test signs in has shown all that their account must show: a staff session carries its second factor.

`client.force_login(compte)` does it; `session_nue` opens one that shows only what it is told, or nothing.
"""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from django.test import Client

from reseau.connexion import ouvre_l_administration
from reseau.models import Compte
from reseau.second_facteur import APPLICATION, chiffrer

# What the application of every person of the tests computes its codes from.
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
_force_login = Client.force_login


def inscrire(compte: Compte) -> Authenticator:
    """Enrol the application of an account, unless it has one."""
    donnees = {"secret": chiffrer(SECRET), "dernier": -1}
    return Authenticator.objects.get_or_create(user=compte, type=APPLICATION, defaults={"data": donnees})[0]


def session_nue(client: Client, compte: Compte, *gestes: str) -> Client:
    """Open a session that has shown `gestes` (`password`, `code`, `mfa`), and nothing else."""
    compte.refresh_from_db(fields=["sessions_fermees"])  # a role given by its own side closed them
    _force_login(client, compte)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": geste, "at": time.time()} for geste in gestes]
    session["account_authentication_methods_user"] = str(compte.pk)
    session.save()
    return client


def session_complete(client: Client, compte: Any, backend: str | None = None) -> None:
    """Open a session that has shown everything."""
    if not ouvre_l_administration(Compte.objects.get(pk=compte.pk)):
        compte.refresh_from_db(fields=["sessions_fermees"])
        return _force_login(client, compte, backend)
    inscrire(compte)
    session_nue(client, compte, "password", "mfa")
    return None


@pytest.fixture(autouse=True, scope="session")
def sessions_completes() -> Iterator[None]:
    """Make `force_login` open complete sessions."""
    with pytest.MonkeyPatch.context() as remplacement:
        remplacement.setattr(Client, "force_login", session_complete)
        yield
