"""What a person of a resource types to sign in."""

import re
from typing import TYPE_CHECKING, Any, TypeAlias

from django.core import mail
from django.test import Client

from reseau.models import Compte

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse

    Reponse: TypeAlias = _MonkeyPatchedWSGIResponse
else:
    Reponse = Any

CONNEXION = "/espace/connexion/"
CODE = "/espace/connexion/code/"


def demander(client: Client, adresse: str, suite: str = "") -> Reponse:
    """Ask for a code."""
    return client.post(CONNEXION + (f"?next={suite}" if suite else ""), {"email": adresse})


def code_recu() -> str:
    """Return the code of the last mail."""
    trouve = re.search(r"\d{4} \d{4}", str(mail.outbox[-1].body))
    assert trouve
    return trouve[0]


def entrer(client: Client, compte: Compte, suite: str = "") -> Reponse:
    """Sign in from end to end; return the answer to the code."""
    demande = demander(client, compte.email, suite)
    assert demande.status_code == 302
    return client.post(demande["Location"], {"code": code_recu()})
