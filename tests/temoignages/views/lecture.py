"""What a moderator does on the screen of one deposit, as the browser would send it."""

import re
from typing import Any, cast

from django.test import Client
from django.urls import reverse

from temoignages.models import Depot

from .envoi import Reponse, page

TEXTE = "Appelle Gaétane Vermillon au 418 555-0187, elle est fine"


def adresse(depot: Depot) -> str:
    """Return the address of the screen of a deposit."""
    return reverse("paroles:lecture", args=[depot.pk])


def ouvrir(client: Client, depot: Depot) -> dict[str, Any]:
    """Return what the template of the screen received."""
    reponse = client.get(adresse(depot))
    assert reponse.status_code == 200
    return cast("dict[str, Any]", reponse.context)


def tape(valeur: Any) -> Any:
    """Return a value as a browser sends it: nothing where there is none."""
    return "" if valeur is None else valeur


def champs_de_la_page(client: Client, depot: Depot, **choix: str) -> dict[str, Any]:
    """Return the fields of the form of decisions as the page proposes them, `choix` in place of each one's own."""
    vu = ouvrir(client, depot)
    envoi = {"geste": "caviarder", "empreinte": vu["textes"].empreinte}
    envoi |= {champ.html_name: champ.value() for champ in vu["decisions"].management_form}
    for formulaire in vu["decisions"]:
        envoi |= {champ.html_name: choix.get(champ.name, tape(champ.value())) for champ in formulaire}
    return envoi


def envoyer_geste(client: Client, depot: Depot, geste: str, *, suivre: bool = True, **champs: Any) -> Reponse:
    """Press a button of the screen, with the hash of the text as it stands unless another is given."""
    if "empreinte" not in champs:
        champs["empreinte"] = ouvrir(client, depot)["textes"].empreinte
    return client.post(adresse(depot), {"geste": geste, **champs}, follow=suivre)


def messages(reponse: Reponse) -> str:
    """Return the sentences that the admin says at the top of the page."""
    haut = page(reponse).split('<div class="messages"')[1].split("<template")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", haut).split())
