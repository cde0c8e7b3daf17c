"""`/temoigner/` says no: a clear sentence, the words kept, nothing stored, nothing in a log."""

import io
import re
import time
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from temoignages import quotas
from temoignages.coffre.models import CleDepot
from temoignages.models import Consentement, Depot, Trace
from tests.fabriques.reseau import RessourceFactory
from tests.fabriques.temoignages import AmorceFactory

from .envoi import MOTS, TEMOIGNER, code_affiche, envoyer, formulaire, jeton, page, sommaire, texte_garde

pytestmark = pytest.mark.django_db


# Made when the test runs: a token is never twice the same.
PERDUS = {"EXPIRÉ": lambda: jeton(timedelta(hours=25)), "RETOUCHÉ": lambda: jeton()[:-2] + "xx"}


def rien_n_est_garde() -> bool:
    """Say whether no table holds anything of a deposit."""
    return not any(modele.objects.exists() for modele in (Depot, Consentement, CleDepot, Trace))


@pytest.mark.parametrize(
    ("texte", "message"),
    [
        ("", "Écrivez quelques mots"),
        (None, "Écrivez quelques mots"),
        (" \n\t ", "Écrivez quelques mots"),
        ("\u200b\ufeff\u202e", "Écrivez quelques mots"),
        ("\x00", "Écrivez quelques mots"),
        ("a", "au moins deux caractères"),
        ("é\u200b", "au moins deux caractères"),
        ("...!?", "au moins un mot"),
        ("v" * 20_000, "fait 20 000 caractères; la limite est de 10 000"),
        ("☕" * 10_001, "fait 10 001 caractères"),
    ],
)
def test_un_texte_qui_ne_peut_etre_recu(texte: str | None, message: str) -> None:
    reponse = envoyer(texte=texte)
    assert reponse.status_code == 400
    assert message in sommaire(reponse)
    assert texte_garde(reponse).strip() == (texte or "").strip()
    assert rien_n_est_garde()


@pytest.mark.parametrize(
    ("champs", "message"),
    [
        ({"usages": None}, "Cochez au moins un usage"),
        ({"usages": ["web", "tatouage"]}, "tatouage"),
        ({"age": None}, "14 ans ou plus"),
        ({"attribution": None}, "Champ requis"),
        ({"attribution": "nom_complet"}, "nom_complet"),
        ({"duree": None}, "Champ requis"),
        ({"duree": "toujours"}, "toujours"),
        ({"region": "99"}, "99"),
        ({"amorce": "abc"}, "Sélectionnez un choix valide"),
        ({"amorce": "9" * 40}, "Sélectionnez un choix valide"),
        ({"amorce": "-1"}, "Sélectionnez un choix valide"),
        ({"amorce": "\x00"}, "caractère nul"),
        ({"ressource": "abc"}, "Sélectionnez un choix valide"),
        ({"ressource": "9" * 40}, "Sélectionnez un choix valide"),
        ({"ressource": "1 OR 1=1"}, "Sélectionnez un choix valide"),
        ({"adresse_web": "https://pourriel.example"}, "doit rester vide"),
        ({"jeton": "EXPIRÉ"}, "a expiré"),
        ({"jeton": "RETOUCHÉ"}, "a expiré"),
        ({"jeton": "::"}, "a expiré"),
        ({"jeton": "é" * 50_000}, "a expiré"),
        ({"jeton": "\x00"}, "caractère nul"),
        ({"jeton": ""}, "a expiré"),
        ({"jeton": None}, "a expiré"),
    ],
    ids=lambda valeur: str(valeur)[:30],
)
def test_un_champ_qui_ne_va_pas(champs: dict[str, Any], message: str) -> None:
    if champs.get("jeton") in PERDUS:
        champs = {"jeton": PERDUS[champs["jeton"]]()}
    texte = "<b>mes</b> mots & « d’autres »"
    reponse = envoyer(texte=texte, **champs)
    assert reponse.status_code == 400
    assert message in sommaire(reponse)
    assert texte_garde(reponse) == texte
    assert rien_n_est_garde()


def test_plusieurs_erreurs_sont_toutes_dites_dans_le_sommaire() -> None:
    source = page(envoyer(texte="", usages=None, age=None))
    sommaire = source[source.index('class="sommaire-erreurs"') : source.index("sommaire-erreurs__liste")]
    assert "3 points à revoir" in sommaire
    for ancre in ("#id_texte", "#id_usages", "#id_age"):
        assert f'href="{ancre}"' in source
        assert f'id="{ancre[1:]}"' in source


def test_les_choix_faits_sont_gardes() -> None:
    choix = {"amorce": AmorceFactory.create().pk, "ressource": RessourceFactory.create().pk, "region": "03"}
    source = page(envoyer(texte="", usages=["presse"], duree="trois_ans", **choix))
    assert re.search(rf'name="amorce" value="{choix["amorce"]}"[^>]* checked', source)
    assert f'<option value="{choix["ressource"]}" selected>' in source
    assert '<option value="03" selected>' in source
    assert re.findall(r'name="usages" value="(\w+)"[^>]* checked', source) == ["presse"]
    assert re.findall(r'name="duree" value="(\w+)"[^>]* checked', source) == ["trois_ans"]


@pytest.mark.parametrize("perdu", [None, "", "abîmé", *PERDUS])
def test_apres_un_jeton_perdu_renvoyer_la_page_suffit(perdu: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    reponse = envoyer(jeton=PERDUS[perdu]() if perdu in PERDUS else perdu)
    assert "a expiré" in sommaire(reponse)
    (nouveau,) = re.findall(r'name="jeton" value="([^"]+)"', page(reponse))
    plus_tard = time.time() + 60
    monkeypatch.setattr("time.time", lambda: plus_tard)
    assert len(code_affiche(envoyer(jeton=nouveau)).split()) == 7


def test_un_envoi_trop_rapide_est_refuse_et_le_meme_jeton_sert_encore() -> None:
    trop_jeune = jeton(timedelta(0))
    reponse = envoyer(jeton=trop_jeune)
    assert reponse.status_code == 400
    assert "parti très vite" in sommaire(reponse)
    assert texte_garde(reponse) == MOTS
    assert f'value="{trop_jeune}"' in reponse.content.decode()
    assert rien_n_est_garde()


@pytest.mark.parametrize(
    "entetes",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "n’importe quoi".encode().decode("latin-1")},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
        {"Origin": "https://ailleurs.example"},
        {"Origin": "http://testserver.ailleurs.example"},
        {"Origin": "http://testserver:81"},
        {"Origin": "http://["},
        {"Origin": "testserver"},
        {"Origin": ""},
    ],
    ids=str,
)
def test_un_envoi_d_un_autre_site_est_refuse(entetes: dict[str, str]) -> None:
    reponse = envoyer(entetes=entetes)
    assert reponse.status_code == 403
    assert "revenez en arrière" in page(reponse)
    assert MOTS not in page(reponse)
    assert rien_n_est_garde()


@pytest.mark.parametrize(
    "entetes",
    [
        {},
        {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
        {"Origin": "null"},
        {"Origin": "http://testserver"},
    ],
    ids=str,
)
def test_un_envoi_de_la_page_elle_meme_est_recu(entetes: dict[str, str]) -> None:
    assert envoyer(entetes=entetes).status_code == 200


@pytest.mark.parametrize("methode", ["put", "patch", "delete", "options"])
def test_les_autres_methodes_sont_refusees(methode: str) -> None:
    assert getattr(Client(), methode)(TEMOIGNER).status_code == 405


@pytest.mark.parametrize(
    ("corps", "type_de_contenu"),
    [
        (b"texte=%ff%fe%80", "application/x-www-form-urlencoded"),
        (b"--x\r\nContent-Disposition: form-data; name=texte\r\n\r\nabc", "multipart/form-data; boundary=x"),
        (b"abc", "multipart/form-data"),
        (b'{"texte": "abc"}', "application/json"),
        (b"&".join(b"a=1" for _ in range(1500)), "application/x-www-form-urlencoded"),
        (b"texte=" + b"v" * 3_000_000, "application/x-www-form-urlencoded"),
    ],
    ids=["octets", "coupé", "sans-borne", "json", "1500-champs", "3-mo"],
)
def test_un_envoi_mal_forme_recoit_une_phrase_en_francais(corps: bytes, type_de_contenu: str) -> None:
    reponse = Client().post(TEMOIGNER, corps, content_type=type_de_contenu)
    assert reponse.status_code == 400
    assert 'lang="fr-CA"' in page(reponse)
    assert rien_n_est_garde()


def test_un_fichier_joint_est_ignore() -> None:
    fichier = io.BytesIO(b"\x00 des octets")
    assert Client().post(TEMOIGNER, formulaire() | {"photo": fichier}).status_code == 200


def test_au_dela_du_quota_les_mots_restent_a_l_ecran(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quotas, "DEPOTS", quotas.Quota("depots", 1, quotas.HEURE))
    envoyer()
    reponse = envoyer(texte="mes mots à moi")
    assert reponse.status_code == 429
    assert "réessayez dans une heure" in sommaire(reponse)
    assert texte_garde(reponse) == "mes mots à moi"
    assert Depot.objects.count() == 1


@pytest.mark.parametrize(
    "champs",
    [
        {},
        {"usages": None},
        {"amorce": "abc"},
        {"adresse_web": "x"},
        {"jeton": None},
        {"jeton": "abîmé"},
        {"texte": "Vermillon " * 2_000},
    ],
    ids=str,
)
def test_un_refus_n_ecrit_pas_un_mot_dans_un_journal(champs: dict[str, Any], journal: io.StringIO) -> None:
    envoyer(**{"texte": "mon cousin Vermillon", **champs})
    envoyer(**{"texte": "mon cousin Vermillon", **champs}, entetes={"Sec-Fetch-Site": "cross-site"})
    assert "Vermillon" not in journal.getvalue()
    assert "Forbidden" in journal.getvalue()


def test_une_panne_pendant_l_envoi_n_ecrit_pas_un_mot_dans_un_journal(
    journal: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def en_panne(**_demande: object) -> None:
        raise RuntimeError("panne")

    monkeypatch.setattr("temoignages.views.temoigner.deposer", en_panne)
    reponse = envoyer(client=Client(raise_request_exception=False), texte="mon cousin Vermillon")
    assert reponse.status_code == 500
    assert "RuntimeError" in journal.getvalue()
    assert "Vermillon" not in journal.getvalue() + page(reponse)
