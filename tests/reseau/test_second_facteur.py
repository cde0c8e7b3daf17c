"""The second factor: a code serves once, a clock may drift, a copy of the database computes nothing."""

import json
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from cryptography.fernet import InvalidToken
from django.core import mail
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings
from wagtail.models import ModelLogEntry

from reseau.models import Compte
from reseau.second_facteur import (
    activer,
    chiffrer,
    codes_restants,
    dechiffrer,
    renouveler_les_codes,
    verifier,
)
from tests.fabriques.reseau import CompteFactory
from tests.gardes.second_facteur import SECRET, inscrire

pytestmark = pytest.mark.django_db


def code(decalage: int = 0) -> str:
    """Return what the application shows, `decalage` half minutes from now."""
    return format_hotp_value(hotp_value(SECRET, int(time.time()) // 30 + decalage))


@pytest.fixture
def odette(monkeypatch: pytest.MonkeyPatch) -> Compte:
    """Return someone who has an application; time stands still in the middle of a half minute."""
    instant = time.time() // 30 * 30 + 15
    monkeypatch.setattr(time, "time", lambda: instant)
    compte = CompteFactory.create(username="odette")
    inscrire(compte)
    return compte


@pytest.mark.parametrize("decalage", [-1, 0, 1])
def test_une_horloge_a_une_demi_minute_pres_convient(odette: Compte, decalage: int) -> None:
    assert verifier(compte=odette, saisie=code(decalage))


@pytest.mark.parametrize("decalage", [-3, -2, 2, 3])
def test_une_horloge_plus_fausse_est_refusee(odette: Compte, decalage: int) -> None:
    assert verifier(compte=odette, saisie=code(decalage)) is None


@pytest.mark.parametrize("saisie", ["", "abcdef", "0", "9" * 5000, "\x00", "é", "٣٣٣٣٣٣"])
def test_autre_chose_qu_un_code_est_refuse(odette: Compte, saisie: str) -> None:
    assert verifier(compte=odette, saisie=saisie) is None


def test_les_espaces_sont_pardonnes(odette: Compte) -> None:
    assert verifier(compte=odette, saisie=f" {code()[:3]} {code()[3:]} ")


def test_un_code_ne_sert_qu_une_fois_ni_aucun_d_avant(odette: Compte) -> None:
    assert verifier(compte=odette, saisie=code())
    assert verifier(compte=odette, saisie=code()) is None
    assert verifier(compte=odette, saisie=code(-1)) is None
    assert verifier(compte=odette, saisie=code(1))


def test_le_code_d_une_autre_ne_sert_a_rien(odette: Compte) -> None:
    autre = CompteFactory.create()
    assert verifier(compte=autre, saisie=code()) is None


def test_un_code_de_secours_ne_sert_qu_une_fois(odette: Compte) -> None:
    renouveler_les_codes(compte=odette)
    papier = codes_restants(odette)
    assert len(set(papier)) == 10
    assert verifier(compte=odette, saisie=f"{papier[3][:4]} {papier[3][4:]}")
    assert verifier(compte=odette, saisie=papier[3]) is None
    assert codes_restants(odette) == papier[:3] + papier[4:]


def test_de_nouveaux_codes_tuent_les_anciens(odette: Compte) -> None:
    renouveler_les_codes(compte=odette)
    ancien = codes_restants(odette)[0]
    renouveler_les_codes(compte=odette)
    assert verifier(compte=odette, saisie=ancien) is None


def test_inscrire_demande_le_bon_code_et_le_consomme(odette: Compte) -> None:
    neuve = CompteFactory.create()
    assert not activer(compte=neuve, secret=SECRET, saisie="000000")
    assert activer(compte=neuve, secret=SECRET, saisie=code())
    assert verifier(compte=neuve, saisie=code()) is None
    assert not activer(compte=neuve, secret=SECRET, saisie=code(1))  # a second tab changes nothing
    assert Authenticator.objects.filter(user=neuve).count() == 2


def test_la_base_ne_contient_ni_secret_ni_code(odette: Compte, settings: Settings) -> None:
    renouveler_les_codes(compte=odette)
    lignes = json.dumps(list(Authenticator.objects.values_list("data", flat=True)))
    assert SECRET not in lignes
    assert [papier for papier in codes_restants(odette) if papier in lignes] == []
    settings.SECRET_KEY = "une autre"
    assert verifier(compte=odette, saisie=code()) is None


def test_le_secret_du_site_peut_changer(settings: Settings) -> None:
    chiffre = chiffrer("mot")
    ancien, settings.SECRET_KEY = settings.SECRET_KEY, "une nouvelle"
    with pytest.raises(InvalidToken):
        dechiffrer(chiffre)
    settings.SECRET_KEY_FALLBACKS = [ancien]
    assert dechiffrer(chiffre) == "mot"


def test_la_commande_reinitialise_et_avertit(
    odette: Compte, django_capture_on_commit_callbacks: object, capsys: pytest.CaptureFixture[str]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # pytest-django's fixture
        call_command("oublier_second_facteur", "odette")
    assert not Authenticator.objects.exists()
    assert [message.to for message in mail.outbox] == [[odette.email]]
    assert ModelLogEntry.objects.filter(action="reseau.second_facteur").count() == 1
    assert "réinitialisé" in capsys.readouterr().out
    with pytest.raises(CommandError, match="Aucun compte"):
        call_command("oublier_second_facteur", "personne")
