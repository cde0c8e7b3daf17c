import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pages.aide import LIGNES
from pages.models import AideSetting

pytestmark = pytest.mark.django_db

NUMEROS = ("1 866 277-3553", "811", "988", "911")


def ligne(telephone: str, **champs: Any) -> tuple[str, dict[str, Any]]:
    valeur = {"nom": telephone, "telephone": telephone, "precision": "", "description": "Aide", "courte": True}
    return "ligne", {**valeur, "autres": [], **champs}


def reglage(*numeros: str, **champs: Any) -> AideSetting:
    return AideSetting(lignes=[ligne(numero) for numero in numeros], **champs)


def test_sans_reglage_les_lignes_du_site_paraissent(client: Client) -> None:
    assert AideSetting.lignes_affichees() == LIGNES
    html = client.get("/").content.decode()
    places = [html.index(f'href="{ligne.url}"') for ligne in LIGNES]
    assert places[:3] == sorted(places[:3])
    assert not AideSetting.objects.exists()


def test_une_base_qui_ne_repond_pas_laisse_les_lignes_du_site(monkeypatch: pytest.MonkeyPatch) -> None:
    def echouer(*_arguments: object) -> None:
        raise DatabaseError

    monkeypatch.setattr(type(AideSetting.objects), "first", echouer)
    assert AideSetting.lignes_affichees() == LIGNES


def test_les_lignes_reglees_remplacent_celles_du_site(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    reglage(*NUMEROS, verifie_le=datetime.date(2026, 11, 1)).save()
    with django_assert_max_num_queries(1):
        lignes = AideSetting.lignes_affichees()
    assert [ligne.url for ligne in lignes] == ["tel:+18662773553", "tel:811", "tel:988", "tel:911"]


def test_un_reglage_dans_l_ordre_est_accepte() -> None:
    reglage(*NUMEROS, "418 555-0100", verifie_le=datetime.date(2026, 11, 22)).full_clean()
    AideSetting().full_clean()


@pytest.mark.parametrize(
    ("numeros", "verifie_le", "champ", "message"),
    [
        (("811", "1 866 277-3553", "988", "911"), None, "lignes", "Gardez ces quatre lignes, dans cet ordre"),
        (("1 866 277-3553", "811", "988"), None, "lignes", "Gardez ces quatre lignes, dans cet ordre"),
        (NUMEROS, datetime.date(2026, 11, 23), "verifie_le", "Cette date n’est pas encore arrivée."),
    ],
)
def test_un_reglage_fautif_est_refuse(
    numeros: tuple[str, ...], verifie_le: datetime.date | None, champ: str, message: str
) -> None:
    with pytest.raises(ValidationError) as refus:
        reglage(*numeros, verifie_le=verifie_le).full_clean()
    assert refus.value.message_dict[champ][0].startswith(message)


@pytest.mark.parametrize(("jour", "a_verifier"), [((2026, 5, 26), False), ((2026, 5, 25), True)])
def test_une_verification_de_plus_de_180_jours_est_a_refaire(jour: tuple[int, int, int], a_verifier: bool) -> None:
    assert AideSetting.est_a_verifier()
    AideSetting.objects.create(verifie_le=datetime.date(*jour))
    assert AideSetting.est_a_verifier() is a_verifier
