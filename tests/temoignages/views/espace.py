"""What a person of a resource sends and reads in `/espace/paroles/`."""

import html
import io
import re
from typing import Any

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from reseau.models import Compte, Ressource
from temoignages.models import Lot
from tests.fabriques.reseau import CompteFactory, RessourceFactory

from .conftest import connecter
from .envoi import Reponse, jeton, page

PAROLES = "/espace/paroles/"
NOUVEAU = "/espace/paroles/nouveau/"
LIGNES = "du monde qui m’écoute\nGaétane pis ses beignes\nle droit de dire non"


def un_contact(*ressources: Ressource, **champs: Any) -> Compte:
    """Return an account of these resources, of a new one when there is none."""
    compte = CompteFactory.create(**champs)
    for ressource in ressources or (RessourceFactory.create(),):
        ressource.contacts.add(compte)
    return compte


def chez(compte: Compte) -> Client:
    """Return the client of a signed-in person."""
    return connecter(compte)


def formulaire(**champs: Any) -> dict[str, Any]:
    """Return what the form of a new batch sends; a field given as None is left out."""
    base = {"collage": LIGNES, "amorce": "", "attribution": "quebec", "edition": "2027"} | champs
    return {nom: valeur for nom, valeur in base.items() if valeur is not None}


def envoyer(client: Client, adresse: str = NOUVEAU, **champs: Any) -> Reponse:
    """Send words."""
    return client.post(adresse, formulaire(**champs))


def preparer(client: Client, adresse: str = NOUVEAU, **champs: Any) -> Lot:
    """Send words that can be read; return the batch that waits."""
    reponse = envoyer(client, adresse, **champs)
    assert reponse.status_code == 302, page(reponse)
    return Lot.objects.get(pk=reponse["Location"].rstrip("/").rpartition("/")[2])


def adresse_de(lot: Lot, nom: str = "lot", **arguments: Any) -> str:
    """Return an address of a batch."""
    return reverse(f"espace_paroles:{nom}", kwargs={"lot_id": lot.pk, **arguments})


def confirmer(client: Client, lot: Lot, **champs: Any) -> Reponse:
    """Confirm a batch; a field given as None is left out."""
    base = {"geste": "confirmer", "attestation": "on", "duree": "edition", "usages": ["web"], "jeton": jeton()}
    envoi = {nom: valeur for nom, valeur in (base | champs).items() if valeur is not None}
    return client.post(adresse_de(lot), envoi)


def classeur(*lignes: list[Any], autres: tuple[str, ...] = ()) -> SimpleUploadedFile:
    """Return a workbook."""
    livre = openpyxl.Workbook()
    assert livre.active is not None
    for ligne in lignes:
        livre.active.append(ligne)
    for nom in autres:
        livre.create_sheet(nom)
    sortie = io.BytesIO()
    livre.save(sortie)
    return SimpleUploadedFile("atelier.xlsx", sortie.getvalue())


def fichier(octets: bytes, nom: str = "atelier.csv") -> SimpleUploadedFile:
    """Return a file to send."""
    return SimpleUploadedFile(nom, octets)


def collage_garde(reponse: Reponse) -> str:
    """Return what the text area holds."""
    (source,) = re.findall(r'<textarea[^>]*name="collage"[^>]*>(.*?)</textarea>', reponse.content.decode(), re.DOTALL)
    return html.unescape(source).removeprefix("\n").replace("\r\n", "\n")
