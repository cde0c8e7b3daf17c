"""What a person of a resource sends and reads in `/espace/evenements/`."""

import html
import re
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import uuid4

from django.test import Client
from django.urls import reverse

from pages.models import Evenement
from reseau.models import Compte

from .gestes import bientot

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse

    Reponse: TypeAlias = _MonkeyPatchedWSGIResponse
else:
    Reponse = Any

EVENEMENTS = "/espace/evenements/"
NOUVEAU = "/espace/evenements/nouveau/"


def saisie(**champs: Any) -> dict[str, Any]:
    """Return what the form of an event sends; a field given as None is left out."""
    base = {
        "genre": "porte_ouverte",
        "titre": "Café et visite de la maison",
        "jour": bientot().date().isoformat(),
        "heure_debut": "13 h",
        "heure_fin": "16 h",
        "modalite": "sur_place",
        "lieu": "Le Tisonnier",
        "adresse": "12, rue des Érables",
        "municipalite": "Granby",
        "region": "05",
        "langue": "fr",
        "courriel_public": "accueil@exemple.org",
    }
    return {nom: valeur for nom, valeur in (base | champs).items() if valeur is not None}


def chez(compte: Compte) -> Client:
    """Return the client of a signed-in person."""
    client = Client()
    client.force_login(compte)
    return client


def adresse_de(evenement: Evenement, nom: str = "evenement") -> str:
    """Return an address of an event."""
    return reverse(f"espace_evenements:{nom}", kwargs={"cle": evenement.cle})


def envoyer(client: Client, adresse: str = NOUVEAU, **champs: Any) -> Reponse:
    """Send the form, by its draft button unless told; of a new event, a new key unless one is given."""
    return client.post(adresse, saisie(**{"geste": "brouillon", "cle": str(uuid4()), **champs}))


def ouvrir(client: Client, adresse: str = NOUVEAU) -> dict[str, str]:
    """Open a form; return what its hidden fields hold."""
    source = client.get(adresse).content.decode()
    return dict(re.findall(r'<input type="hidden" name="(cle|revision)" value="([^"]*)">', source))


def page(reponse: Reponse) -> str:
    """Return the page as a person reads its source: entities decoded, spaces plain."""
    return html.unescape(reponse.content.decode()).replace("\u00a0", " ")


def sommaire(reponse: Reponse) -> str:
    """Return the error summary."""
    source = page(reponse)
    assert 'class="sommaire-erreurs"' in source, source[:3000]
    return source.split('class="sommaire-erreurs__liste">')[1].split("</ul>")[0]
