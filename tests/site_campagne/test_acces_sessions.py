"""Every address of the admin × what a session has shown: a password alone, or a code by e-mail, opens none."""

import pytest
from django.test import Client

from reseau.models import Compte
from site_campagne.roles import ADMINISTRATION, MODERATION
from tests.fabriques.reseau import CompteFactory
from tests.fabriques.roles import une_personne_de
from tests.gardes.second_facteur import inscrire, session_nue

from .adresses import adresses_de_l_admin
from .test_acces import SANS_ESSAI, SEUIL, TOUS, entre, ouvertes, table, valeurs

pytestmark = pytest.mark.django_db


def une_administratrice() -> Compte:
    return une_personne_de(ADMINISTRATION, MODERATION)


def une_superutilisatrice() -> Compte:
    return CompteFactory.create(is_superuser=True, is_staff=True)


@pytest.mark.parametrize("gestes", [(), ("password",), ("code",), ("code", "password")], ids=str)
@pytest.mark.parametrize("qui", [une_administratrice, une_superutilisatrice], ids=lambda qui: qui.__name__)
def test_une_session_sans_second_facteur_n_ouvre_rien(client: Client, qui: object, gestes: tuple[str, ...]) -> None:
    session_nue(client, qui(), *gestes)  # type: ignore[operator]  # one of the two above
    assert ouvertes(client) - {nom for nom, lettres in table().items() if lettres in {TOUS, SEUIL}} == set()


def test_une_session_ouverte_avant_l_inscription_n_ouvre_plus_rien(client: Client) -> None:
    compte = une_administratrice()
    session_nue(client, compte, "password")
    inscrire(compte)
    assert ouvertes(client) - {nom for nom, lettres in table().items() if lettres in {TOUS, SEUIL}} == set()


def test_un_mot_de_passe_seul_n_ecrit_nulle_part(client: Client) -> None:
    session_nue(client, une_superutilisatrice(), "password")
    libres = {nom for nom, lettres in table().items() if lettres in {TOUS, SEUIL}} | SANS_ESSAI
    adresses = {nom: adresse for nom, adresse in adresses_de_l_admin(valeurs()).items() if nom not in libres}
    assert sorted(nom for nom, adresse in adresses.items() if entre(client.post(adresse))) == []


def test_une_session_complete_entre(client: Client) -> None:
    client.force_login(une_administratrice())
    assert client.get("/admin/").status_code == 200
