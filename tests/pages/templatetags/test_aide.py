import pytest
from django.template import Context
from django.test import Client

from pages.templatetags.aide import lignes_aide

pytestmark = pytest.mark.django_db


def test_les_lignes_d_aide_ne_sont_jamais_vides() -> None:
    premiere = lignes_aide(Context())[0]
    assert premiere.nom == "1\u00a0866\u00a0APPELLE"
    assert premiere.url == "tel:+18662773553"
    assert premiere.courte


def test_les_lignes_paraissent_deux_fois_sur_une_page(client: Client) -> None:
    html = client.get("/").content.decode()
    assert html.count('href="tel:+18662773553"') == 2
    assert html.count('href="sms:535353"') == 1
