"""`/admin/login/`: a password, then a code; staff without a factor reach its enrolment, and nothing else."""

import html
import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from reseau.models import Compte
from reseau.second_facteur import PAR_COMPTE, PAR_IDENTIFIANT, codes_restants, renouveler_les_codes
from site_campagne.roles import ADMINISTRATION, REDACTION
from tests.fabriques.reseau import CompteFactory, RessourceFactory
from tests.fabriques.roles import une_personne_de
from tests.gardes.second_facteur import SECRET, inscrire, session_nue

from ..test_second_facteur import code
from .connexion import Reponse, entrer

pytestmark = pytest.mark.django_db
PORTE, CODE = "/admin/login/", "/admin/login/code/"
INSCRIRE, CODES = "/admin/login/second-facteur/", "/admin/login/codes-de-secours/"
MOT_DE_PASSE = "ficelle-tablier-soupe"


@pytest.fixture
def odette() -> Compte:
    """Return someone of the staff, without a factor."""
    compte = une_personne_de(REDACTION, username="odette", email="odette@exemple.org")
    compte.set_password(MOT_DE_PASSE)
    compte.save()
    return compte


def page(reponse: Reponse) -> str:
    return html.unescape(reponse.content.decode())


def taper(client: Client, identifiant: str = "odette", mot_de_passe: str = MOT_DE_PASSE, suite: str = "") -> Reponse:
    """Type a name and a password."""
    champs = {"identifiant": identifiant, "mot_de_passe": mot_de_passe}
    return client.post(PORTE + (f"?next={suite}" if suite else ""), champs)


def cle_montree(client: Client) -> str:
    """Return the key that the page of enrolment shows."""
    trouve = re.search(r'class="cle-secrete">([A-Z2-7 ]+)<', page(client.get(INSCRIRE)))
    assert trouve
    return trouve[1].replace(" ", "")


def code_de(secret: str) -> str:
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value  # noqa: PLC0415 - one use

    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


def test_le_mot_de_passe_puis_le_code_ouvrent_l_administration(client: Client, odette: Compte) -> None:
    inscrire(odette)
    assert taper(client, suite="/admin/pages/")["Location"] == CODE
    assert "_auth_user_id" not in client.session
    assert client.get("/admin/").status_code == 302
    assert client.post(CODE, {"code": code()})["Location"] == "/admin/pages/"
    assert client.get("/admin/").status_code == 200
    assert client.get(PORTE)["Location"] == "/admin/"


@pytest.mark.parametrize("suite", ["https://mechant.example/", "//mechant.example", "javascript:alert(1)"])
def test_on_n_est_jamais_mene_ailleurs(client: Client, odette: Compte, suite: str) -> None:
    inscrire(odette)
    taper(client, suite=suite)
    assert client.post(CODE, {"code": code()})["Location"] == "/admin/"


def test_un_mauvais_mot_de_passe_ne_dit_pas_si_le_compte_existe(client: Client, odette: Compte) -> None:
    reponses = [taper(client, nom, "autre") for nom in ("odette", "personne")]
    assert [reponse.status_code for reponse in reponses] == [400, 400]
    assert all("ne vont pas ensemble" in page(reponse) for reponse in reponses)


def test_un_compte_ferme_n_entre_pas(client: Client, odette: Compte) -> None:
    Compte.objects.filter(pk=odette.pk).update(is_active=False)
    assert taper(client).status_code == 400


def test_sans_facteur_on_n_atteint_que_l_inscription(client: Client, odette: Compte) -> None:
    taper(client)
    assert client.get("/admin/", follow=True).redirect_chain[-1][0] == INSCRIRE
    assert client.get("/admin/api/main/pages/", headers={"x-requested-with": "XMLHttpRequest"}).status_code == 403
    assert client.get("/espace/")["Location"].startswith("/espace/connexion/")
    assert client.get(CODES)["Location"] == PORTE


def test_s_inscrire_montre_les_codes_une_fois(client: Client, odette: Compte) -> None:
    taper(client)
    secret = cle_montree(client)
    assert cle_montree(client) == secret  # a second tab shows the same
    assert client.post(INSCRIRE, {"code": "000000"}).status_code == 400
    assert client.post(INSCRIRE, {"code": code_de(secret)})["Location"] == CODES
    papier = [f"{c[:4]} {c[4:]}" for c in codes_restants(odette)]
    assert len(papier) == 10
    assert all(c in page(client.get(CODES)) for c in papier)
    assert "no-store" in client.get(CODES)["Cache-Control"]
    assert client.post(CODES)["Location"] == "/admin/"
    assert client.get(CODES)["Location"] == INSCRIRE
    assert client.get("/admin/").status_code == 200
    assert ["application de codes" in str(message.body) for message in mail.outbox] == [True]


def test_le_secret_en_cours_n_est_nulle_part_en_clair(client: Client, odette: Compte) -> None:
    taper(client)
    secret = cle_montree(client)
    assert secret not in str([session.get_decoded() for session in Session.objects.all()])


def test_la_page_d_inscription_ne_demande_rien_a_la_politique_de_contenu(client: Client, odette: Compte) -> None:
    taper(client)
    reponse = client.get(INSCRIRE)
    assert "unsafe" not in reponse["Content-Security-Policy"]
    assert not re.search(r"data:|style=|<script>", page(reponse))


def test_une_session_par_code_n_inscrit_jamais(client: Client) -> None:
    odile = CompteFactory.create(email="odile@exemple.org")
    RessourceFactory.create().contacts.add(odile)
    entrer(client, odile)
    Compte.objects.filter(pk=odile.pk).update(is_superuser=True)
    assert client.get(INSCRIRE)["Location"] == PORTE
    assert "_auth_user_id" not in client.session
    assert client.get(PORTE).status_code == 200


def test_un_mauvais_code_et_un_code_deja_servi(client: Client, odette: Compte) -> None:
    inscrire(odette)
    bon = code()
    taper(client)
    assert client.post(CODE, {"code": "000000" if bon != "000000" else "111111"}).status_code == 400
    assert client.post(CODE, {}).status_code == 400
    client.post(CODE, {"code": bon})
    ailleurs = Client()
    taper(ailleurs)
    reponse = ailleurs.post(CODE, {"code": bon})
    assert (reponse.status_code, "déjà servi" in page(reponse)) == (400, True)


def test_un_code_de_secours_entre_et_l_annonce(client: Client, odette: Compte) -> None:
    inscrire(odette)
    renouveler_les_codes(compte=odette)
    papier = codes_restants(odette)[0]
    taper(client)
    assert client.post(CODE, {"code": papier})["Location"] == "/admin/"
    assert "code de secours" in str(mail.outbox[-1].body)
    assert "9 codes de secours" in page(client.get(INSCRIRE))
    ailleurs = Client()
    taper(ailleurs)
    assert ailleurs.post(CODE, {"code": papier}).status_code == 400


def test_la_page_du_code_sans_mot_de_passe_ramene_a_la_porte(client: Client) -> None:
    assert client.get(CODE)["Location"] == PORTE
    assert client.post(CODE, {"code": "123456"})["Location"] == PORTE


def test_le_temps_de_taper_le_code_est_compte(client: Client, odette: Compte, monkeypatch: pytest.MonkeyPatch) -> None:
    inscrire(odette)
    taper(client)
    plus_tard = time.time() + 15 * 60 + 5
    monkeypatch.setattr(time, "time", lambda: plus_tard)
    assert client.post(CODE, {"code": code()})["Location"] == PORTE


def test_changer_d_application_demande_un_code_et_ferme_les_autres_sessions(client: Client, odette: Compte) -> None:
    client.force_login(odette)
    ailleurs = Client()
    ailleurs.force_login(odette)
    assert client.post(INSCRIRE, {"code": "000000", "geste": "changer"}).status_code == 400
    assert Authenticator.objects.filter(user=odette).exists()
    assert client.post(INSCRIRE, {"code": code(), "geste": "changer"})["Location"] == INSCRIRE
    assert not Authenticator.objects.filter(user=odette).exists()
    assert ailleurs.get("/admin/").status_code == 302
    assert ailleurs.get(INSCRIRE)["Location"] == PORTE
    assert cle_montree(client) != SECRET


def test_refaire_ses_codes_demande_un_code(client: Client, odette: Compte) -> None:
    client.force_login(odette)
    assert client.post(INSCRIRE, {"code": code(), "geste": "codes"})["Location"] == CODES
    assert codes_restants(odette)[0][:4] in page(client.get(CODES))


def test_l_administration_reinitialise_et_ferme_les_sessions(
    client: Client, odette: Compte, django_capture_on_commit_callbacks: Any
) -> None:
    client.force_login(odette)
    chef = Client()
    chef.force_login(une_personne_de(ADMINISTRATION))
    adresse = reverse("reinitialiser_le_facteur", args=[odette.pk])
    assert "de vive voix" in page(chef.get(adresse))
    assert adresse in page(chef.get("/admin/users/"))
    with django_capture_on_commit_callbacks(execute=True):
        assert chef.post(adresse).status_code == 302
    assert client.get("/admin/").status_code == 302
    assert client.get(INSCRIRE)["Location"] == PORTE  # the old session does not enrol in her place
    assert [message.to for message in mail.outbox] == [[odette.email]]
    taper(client)
    assert client.get("/admin/", follow=True).redirect_chain[-1][0] == INSCRIRE


def test_ni_soi_ni_plus_puissant_ne_se_reinitialise(odette: Compte) -> None:
    chef, client = une_personne_de(ADMINISTRATION), Client()
    client.force_login(chef)
    for cible in (chef, CompteFactory.create(is_superuser=True)):
        inscrire(cible)
        assert client.post(reverse("reinitialiser_le_facteur", args=[cible.pk])).status_code == 302
        assert Authenticator.objects.filter(user=cible).exists()
    client.force_login(odette)
    client.post(reverse("reinitialiser_le_facteur", args=[chef.pk]))
    assert Authenticator.objects.filter(user=chef).exists()


def test_les_essais_sont_comptes(client: Client, odette: Compte) -> None:
    inscrire(odette)
    mauvais = [taper(client, mot_de_passe="autre") for _ in range(PAR_IDENTIFIANT.limite)]
    assert "Trop d’essais" not in page(mauvais[-1])
    assert "Trop d’essais" in page(taper(client))
    cache.clear()
    taper(client)
    for _ in range(PAR_COMPTE.limite):
        client.post(CODE, {"code": "1"})
    reponse = client.post(CODE, {"code": code()})
    assert (reponse.status_code, "Trop d’essais" in page(reponse)) == (400, True)


def test_les_compteurs_ne_tiennent_aucune_adresse(
    client: Client, odette: Compte, monkeypatch: pytest.MonkeyPatch
) -> None:
    inscrire(odette)
    cles: list[Any] = []

    def noter(vraie: Callable[..., Any]) -> Callable[..., Any]:
        def notee(*args: Any, **options: Any) -> Any:
            cles.append(args)
            return vraie(*args, **options)

        return notee

    for nom in ("add", "set", "get", "incr"):
        monkeypatch.setattr(cache, nom, noter(getattr(cache, nom)))
    taper(client, mot_de_passe="autre")
    taper(client)
    client.post(CODE, {"code": "000000"})
    assert cles
    assert [mot for mot in ("odette", "127.0.0.1", MOT_DE_PASSE, "exemple.org") if mot in str(cles)] == []


@pytest.mark.parametrize("suite", ["", "done/", "confirm/MQ/abc-def/", "complete/"])
def test_aucun_mot_de_passe_ne_se_redemande_par_courriel(client: Client, odette: Compte, suite: str) -> None:
    adresse = f"/admin/password_reset/{suite}"
    assert client.get(adresse).status_code == 404
    assert client.post(adresse, {"email": odette.email}).status_code == 404
    assert mail.outbox == []
    assert "password_reset" not in page(client.get(PORTE))


def test_en_demonstration_le_mot_de_passe_suffit_mais_un_facteur_inscrit_est_demande(
    client: Client, odette: Compte, settings: Settings
) -> None:
    settings.EXIGER_SECOND_FACTEUR = False
    assert taper(client)["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200
    assert session_nue(Client(), odette, "code").get("/admin/").status_code == 302
    inscrire(odette)
    assert client.get("/admin/").status_code == 302
    assert taper(Client())["Location"] == CODE
