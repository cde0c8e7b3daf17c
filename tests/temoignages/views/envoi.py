"""What a browser sends to `/temoigner/` and to `/temoigner/suivi/`, and what it reads in the answer."""

import html
import re
import time
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeAlias
from unittest import mock

from django.test import Client

from temoignages.chambre.jetons import nouveau_jeton

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse

    Reponse: TypeAlias = _MonkeyPatchedWSGIResponse
else:
    Reponse = Any

TEMOIGNER = "/temoigner/"
SUIVI = "/temoigner/suivi/"
MOTS = "du monde qui écoute"
ADRESSE_RESEAU = "203.0.113.7"


def jeton(age: timedelta = timedelta(minutes=10)) -> str:
    """Return a token given `age` ago."""
    instant = time.time() - age.total_seconds()
    with mock.patch("time.time", return_value=instant):
        return nouveau_jeton()


def formulaire(**champs: Any) -> dict[str, Any]:
    """Return what the form sends; a field given as None is left out."""
    base = {"texte": MOTS, "attribution": "quebec", "usages": ["web"], "duree": "edition", "age": "on"}
    envoye = base | {"jeton": jeton(), "adresse_web": ""} | champs
    return {nom: valeur for nom, valeur in envoye.items() if valeur is not None}


def envoyer(*, client: Client | None = None, entetes: dict[str, str] | None = None, **champs: Any) -> Reponse:
    """Send the form, by a new visitor unless one is given."""
    visiteur = client or Client()
    return visiteur.post(TEMOIGNER, formulaire(**champs), headers=entetes, REMOTE_ADDR=ADRESSE_RESEAU)


def suivre(code: str, *, geste: str = "", adresse: str = ADRESSE_RESEAU, **champs: str) -> Reponse:
    """Type a code on the follow-up page, by a new visitor; `champs` are those of one text."""
    return Client().post(SUIVI, {"code": code, "geste": geste, **champs}, REMOTE_ADDR=adresse)


def page(reponse: Reponse) -> str:
    """Return the page as a person reads its source: entities decoded."""
    return html.unescape(reponse.content.decode())


def sommaire(reponse: Reponse) -> str:
    """Return the sentences of the error summary, without their markup."""
    source = page(reponse)
    assert 'class="sommaire-erreurs"' in source
    liste = source.split('class="sommaire-erreurs__liste">')[1].split("</ul>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", liste).split())


def code_affiche(reponse: Reponse) -> str:
    """Return the withdrawal code of the page."""
    (code,) = re.findall(r"<output[^>]*>(.*?)</output>", page(reponse), re.DOTALL)
    return str(code).strip()


def texte_garde(reponse: Reponse) -> str:
    """Return what the text area holds; its source is escaped, so that nothing typed becomes markup."""
    (source,) = re.findall(r'<textarea[^>]*name="texte"[^>]*>(.*?)</textarea>', reponse.content.decode(), re.DOTALL)
    assert "<" not in source
    return html.unescape(source).removeprefix("\n")
