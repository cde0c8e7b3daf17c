"""What the pages that receive words or codes owe to whoever opens them: no trace, here or in the browser."""

import re
from collections.abc import Callable
from unittest import mock

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from temoignages import quotas
from temoignages.models import Temoignage
from tests.fabriques.temoignages import un_depot_et_son_code, un_temoignage

from .envoi import SUIVI, TEMOIGNER, Reponse, envoyer, suivre

pytestmark = pytest.mark.django_db


def apres_trop_d_essais() -> Reponse:
    """Return the answer to one code too many."""
    with mock.patch.object(quotas, "ESSAIS_DE_CODE", quotas.Quota("codes", 0, quotas.HEURE)):
        return suivre("un code inconnu")


def parole_retiree() -> Reponse:
    """Return the page of a testimony that is not shown any more."""
    temoignage = un_temoignage()
    Temoignage.objects.filter(pk=temoignage.pk).update(etat="retire", texte="")
    return Client().get(temoignage.url)


DISCRETES: dict[str, Callable[[], Reponse]] = {
    "formulaire": lambda: Client().get(TEMOIGNER),
    "formulaire, en-tête": lambda: Client().head(TEMOIGNER),
    "reçu": envoyer,
    "refusé": lambda: envoyer(texte=""),
    "jeton expiré": lambda: envoyer(jeton="abîmé"),
    "suivi": lambda: Client().get(SUIVI),
    "état": lambda: suivre(un_depot_et_son_code()[1]),
    "retiré": lambda: suivre(un_depot_et_son_code()[1], geste="retirer"),
    "code inconnu": lambda: suivre("un code inconnu"),
    "code vide": lambda: suivre(""),
    "trop d’essais": apres_trop_d_essais,
}
PUBLIQUES = DISCRETES | {
    "d’un autre site": lambda: envoyer(entetes={"Sec-Fetch-Site": "cross-site"}),
    "parole": lambda: Client().get(un_temoignage().url),
    "parole retirée": parole_retiree,
    "parole inconnue": lambda: Client().get("/paroles/zzzzz/"),
    "santé": lambda: Client().get("/sante/"),
}


@pytest.mark.parametrize("nom", PUBLIQUES)
def test_aucune_page_publique_ne_pose_de_temoin_ni_n_ouvre_de_session(nom: str) -> None:
    reponse = PUBLIQUES[nom]()
    assert "Set-Cookie" not in reponse
    assert not reponse.cookies
    assert "Cookie" not in reponse.get("Vary", "")
    assert not Session.objects.exists()


@pytest.mark.parametrize("nom", DISCRETES)
def test_une_page_discrete_ne_se_garde_pas_et_ne_dit_pas_d_ou_l_on_vient(nom: str) -> None:
    reponse = DISCRETES[nom]()
    assert "no-store" in reponse["Cache-Control"].split(", ")
    assert reponse["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("nom", PUBLIQUES)
def test_la_politique_de_contenu_publique_n_admet_rien_en_ligne(nom: str) -> None:
    politique = PUBLIQUES[nom]()["Content-Security-Policy"]
    directives = dict(directive.strip().split(" ", 1) for directive in politique.split(";") if directive.strip())
    assert directives["default-src"] == "'none'"
    assert directives["script-src"] == directives["style-src"] == directives["form-action"] == "'self'"
    assert directives["base-uri"] == directives["frame-ancestors"] == "'none'"
    assert not re.search(r"unsafe|data:|blob:|\*|https?:", politique)


@pytest.mark.parametrize("nom", PUBLIQUES)
def test_les_autres_en_tetes_de_protection_sont_la(nom: str) -> None:
    reponse = PUBLIQUES[nom]()
    assert reponse["X-Content-Type-Options"] == "nosniff"
    assert reponse["X-Frame-Options"] == "DENY"
    assert reponse["Cross-Origin-Opener-Policy"] == "same-origin"


def test_un_visiteur_deja_connecte_ne_laisse_pas_de_lien_avec_son_envoi(chez_premiere: Client) -> None:
    reponse = envoyer(client=chez_premiere)
    assert "Set-Cookie" not in reponse
    assert not reponse.cookies


@pytest.mark.parametrize("adresse", [TEMOIGNER, SUIVI])
def test_rien_n_est_mis_dans_l_adresse_ni_cherche_ailleurs(adresse: str) -> None:
    source = Client().get(adresse).content.decode()
    assert re.findall(r'<form[^>]*method="(\w+)"', source) == ["post"]
    assert re.findall(r'(?:src|action)="(?:https?:)?//', source) == []
