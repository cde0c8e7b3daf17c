"""What a moderator sends and reads on the screens of a workshop."""

import re
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from temoignages.models import Lot

from .envoi import Reponse, jeton, page

ATELIERS = "/admin/paroles/ateliers/"
TITRES = "amorce;texte;ressource;attribution\n"
LIGNES = (
    "Autour de la table, je trouve…;du monde qui m'écoute;Le Tisonnier;ressource\n"
    ";Gaétane pis ses beignes;le tisonnier;Région\n"
)
FICHIER = (TITRES + LIGNES).encode()


def deposer_fichier(client: Client, octets: bytes = FICHIER, **champs: Any) -> Reponse:
    """Send a file."""
    fichier = SimpleUploadedFile("atelier.csv", octets, "text/csv")
    return client.post(ATELIERS, {"fichier": fichier, "edition": 2027, **champs}, follow=True)


def preparer(client: Client, octets: bytes = FICHIER) -> Lot:
    """Send a file and return it, waiting to be confirmed."""
    fichier = SimpleUploadedFile("atelier.csv", octets, "text/csv")
    reponse = client.post(ATELIERS, {"fichier": fichier, "edition": 2027})
    assert reponse.status_code == 302
    return Lot.objects.get(pk=reponse["Location"].rstrip("/").rpartition("/")[2])


def confirmer(client: Client, lot: Lot, **champs: Any) -> Reponse:
    """Confirm a file; a field given as None is left out."""
    envoi = {"geste": "confirmer", "attestation": "on", "duree": "edition", "jeton": jeton()} | champs
    envoi = {nom: valeur for nom, valeur in envoi.items() if valeur is not None}
    return client.post(reverse("paroles:lot", args=[lot.pk]), envoi)


def codes(reponse: Reponse) -> list[str]:
    """Return the codes of the slips."""
    return [code.strip() for code in re.findall(r'class="talon__code">(.*?)</p>', page(reponse))]
