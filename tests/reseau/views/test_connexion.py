"""`/espace/connexion/`: the same answer for everyone, few tries, and nothing remembered."""

import html
import time
from collections.abc import Callable
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.test import Client

from reseau.connexion import PAR_ADRESSE, PAR_CONNEXION
from reseau.models import Compte
from tests.fabriques.reseau import CompteFactory, RessourceFactory
from tests.fabriques.temoignages import une_personne

from ..test_connexion import un_contact
from .connexion import CODE, CONNEXION, Reponse, code_recu, demander, entrer

pytestmark = pytest.mark.django_db
ADRESSE = "odile@exemple.org"


@pytest.fixture
def odile() -> Compte:
    """Return a person of a resource."""
    return un_contact(email=ADRESSE, first_name="Odile")


def page(reponse: Reponse) -> str:
    return html.unescape(reponse.content.decode())


def sans_jeton(reponse: Reponse) -> str:
    """Return a page without the token that changes each time."""
    return "\n".join(ligne for ligne in page(reponse).splitlines() if "csrfmiddlewaretoken" not in ligne)


def test_le_code_recu_ouvre_l_espace(client: Client, odile: Compte) -> None:
    reponse = entrer(client, odile)
    assert reponse["Location"] == "/espace/"
    assert "Bonjour, Odile." in page(client.get("/espace/"))


def test_on_arrive_la_ou_on_allait(client: Client, odile: Compte) -> None:
    reponse = client.get("/espace/paroles/nouveau/")
    assert reponse["Location"] == "/espace/connexion/?next=/espace/paroles/nouveau/"
    assert entrer(client, odile, "/espace/paroles/nouveau/")["Location"] == "/espace/paroles/nouveau/"


@pytest.mark.parametrize("suite", ["https://mechant.example/", "//mechant.example", "javascript:alert(1)"])
def test_on_n_est_jamais_mene_ailleurs(suite: str, client: Client, odile: Compte) -> None:
    assert entrer(client, odile, suite)["Location"] == "/espace/"


def test_la_reponse_est_la_meme_pour_une_adresse_inconnue(client: Client, odile: Compte) -> None:
    autre = Client()
    connue, inconnue = demander(client, odile.email), demander(autre, "inconnue@exemple.org")
    assert (connue.status_code, connue["Location"]) == (inconnue.status_code, inconnue["Location"])
    assert sans_jeton(client.get(CODE)) == sans_jeton(autre.get(CODE))
    essais = [c.post(CODE, {"code": "00000000"}) for c in (client, autre)]
    assert [e.status_code for e in essais] == [400, 400]
    assert sans_jeton(essais[0]) == sans_jeton(essais[1])
    assert [message.to for message in mail.outbox] == [[odile.email]]


@pytest.mark.parametrize("droit", ["moderer_depot", "superuser", "inactive", "sans ressource"])
def test_un_autre_compte_ne_recoit_pas_de_code(droit: str, client: Client) -> None:
    compte = CompteFactory.create(is_active=droit != "inactive", is_superuser=droit == "superuser")
    if droit == "moderer_depot":
        compte = une_personne(droit)
    if droit != "sans ressource":
        RessourceFactory.create().contacts.add(compte)
    assert demander(client, compte.email).status_code == 302
    assert mail.outbox == []


def test_une_session_par_code_n_ouvre_pas_l_administration(client: Client, odile: Compte) -> None:
    entrer(client, odile)
    for adresse in ("/admin/", "/admin/paroles/", "/admin/reports/site-history/"):
        reponse = client.get(adresse, follow=True)
        assert "/admin/login/" in str(reponse.redirect_chain)


def test_un_compte_promu_avant_de_taper_son_code_n_entre_pas(client: Client, odile: Compte) -> None:
    demander(client, odile.email)
    Compte.objects.filter(pk=odile.pk).update(is_superuser=True)
    client.post(CODE, {"code": code_recu()})
    assert "_auth_user_id" not in client.session


def test_un_compte_desactive_avant_de_taper_son_code_n_entre_pas(client: Client, odile: Compte) -> None:
    demander(client, odile.email)
    Compte.objects.filter(pk=odile.pk).update(is_active=False)
    assert client.post(CODE, {"code": code_recu()}).status_code == 302
    assert "_auth_user_id" not in client.session


def test_un_compte_supprime_avant_de_taper_son_code_n_entre_pas(client: Client, odile: Compte) -> None:
    demander(client, odile.email)
    odile.delete()
    assert client.post(CODE, {"code": code_recu()}).status_code in {302, 400}


def test_un_code_ne_sert_qu_une_fois(client: Client, odile: Compte) -> None:
    entrer(client, odile)
    code = code_recu()
    client.post("/espace/deconnexion/")
    assert client.post(CODE, {"code": code})["Location"] == CONNEXION
    assert "_auth_user_id" not in client.session


def test_le_code_d_une_autre_session_ne_sert_a_rien(client: Client, odile: Compte) -> None:
    demander(client, odile.email)
    code = code_recu()
    demander(Client(), odile.email)
    ailleurs = Client()
    demander(ailleurs, odile.email)
    assert ailleurs.post(CODE, {"code": code}).status_code == 400


def test_le_code_expire(client: Client, odile: Compte, monkeypatch: pytest.MonkeyPatch) -> None:
    demander(client, odile.email)
    plus_tard = time.time() + 15 * 60 + 5
    monkeypatch.setattr(time, "time", lambda: plus_tard)
    assert client.post(CODE, {"code": code_recu()})["Location"] == CONNEXION


def test_les_essais_sont_comptes_et_le_dernier_le_dit(client: Client, odile: Compte) -> None:
    demander(client, odile.email)
    mauvais = [client.post(CODE, {"code": "1"}) for _ in range(settings.ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS)]
    assert [reponse.status_code for reponse in mauvais] == [400, 400, 400, 400, 302]
    assert "Trop d’essais" in page(client.get(CONNEXION))
    assert client.post(CODE, {"code": code_recu()})["Location"] == CONNEXION


def test_on_peut_recommencer_avec_une_autre_adresse(client: Client, odile: Compte) -> None:
    demander(client, "odil@exemple.org")
    assert client.get(CONNEXION).status_code == 200
    assert entrer(client, odile)["Location"] == "/espace/"


@pytest.mark.parametrize(
    "saisie", ["", "odile", "odile@", "a" * 300 + "@exemple.org", "\x00", "odile@exemple.org\nBcc: x"]
)
def test_une_adresse_mal_tapee_est_redemandee(saisie: str, client: Client) -> None:
    reponse = demander(client, saisie)
    assert reponse.status_code == 400
    assert 'class="sommaire-erreurs"' in page(reponse)


def test_trop_de_codes_pour_une_adresse_connue_ou_non(odile: Compte) -> None:
    for adresse in (odile.email, "inconnue@exemple.org"):
        reponses = [demander(Client(), adresse) for _ in range(PAR_ADRESSE.limite + 1)]
        assert [reponse.status_code for reponse in reponses] == [302] * PAR_ADRESSE.limite + [400]
        assert "déjà été demandés pour ce courriel" in page(reponses[-1])
    assert len(mail.outbox) == PAR_ADRESSE.limite


def test_trop_de_codes_par_une_connexion(client: Client) -> None:
    reponses = [demander(client, f"{rang}@exemple.org") for rang in range(PAR_CONNEXION.limite + 1)]
    assert reponses[-1].status_code == 400
    assert "par votre connexion" in page(reponses[-1])


def test_ni_le_cache_ni_la_session_ne_gardent_d_adresse_ni_de_code(
    client: Client, odile: Compte, monkeypatch: pytest.MonkeyPatch
) -> None:
    cles: list[Any] = []

    def noter(vraie: Callable[..., Any]) -> Callable[..., Any]:
        def notee(*args: Any, **options: Any) -> Any:
            cles.append(args)
            return vraie(*args, **options)

        return notee

    for nom in ("add", "set", "get"):
        monkeypatch.setattr(cache, nom, noter(getattr(cache, nom)))
    demander(client, odile.email)
    gardes = str([session.get_decoded() for session in Session.objects.all()]) + str(cles)
    assert "compte-" in gardes
    code = code_recu()
    assert [mot for mot in (ADRESSE, "odile", "127.0.0.1", code, code.replace(" ", "")) if mot in gardes] == []
    client.post(CODE, {"code": code})
    assert ADRESSE not in str([session.get_decoded() for session in Session.objects.all()])
    assert not EmailAddress.objects.exists()


def test_le_temoin_de_session_est_ferme_aux_scripts_et_aux_autres_sites(client: Client, odile: Compte) -> None:
    reponse = entrer(client, odile)
    temoin = reponse.cookies[settings.SESSION_COOKIE_NAME]
    assert temoin["httponly"]
    assert temoin["samesite"] == "Lax"


def test_se_deconnecter_ferme_la_session(client: Client, odile: Compte) -> None:
    entrer(client, odile)
    assert client.get("/espace/deconnexion/").status_code == 405
    assert client.post("/espace/deconnexion/")["Location"] == CONNEXION
    assert client.get("/espace/")["Location"].startswith(CONNEXION)


@pytest.mark.parametrize(
    "adresse", ["inscription/", "signup/", "email/", "password/reset/", "login/", "password/change/"]
)
def test_rien_d_autre_de_la_bibliotheque_n_est_ouvert(adresse: str, client: Client) -> None:
    assert client.get(f"/espace/{adresse}").status_code == 404
    assert client.get(f"/espace/connexion/{adresse}").status_code == 404


def test_la_page_de_code_sans_demande_ramene_au_debut(client: Client) -> None:
    assert client.get(CODE)["Location"] == CONNEXION


def test_les_pages_ne_sont_gardees_par_aucun_cache(client: Client, odile: Compte) -> None:
    demander(client, odile.email)
    for adresse in (CONNEXION, CODE):
        assert "no-store" in client.get(adresse)["Cache-Control"]
