import pytest
from django.test import Client

from tests.fabriques.pages import (
    CampagnePageFactory,
    ContenuPageFactory,
    EditionPageFactory,
    MurPageFactory,
    des_temoignages,
)

pytestmark = pytest.mark.django_db


def test_une_lectrice_ne_recoit_de_temoin_sur_aucune_page(client: Client) -> None:
    CampagnePageFactory.create()
    EditionPageFactory.create()
    MurPageFactory.create()
    des_temoignages(6)
    contenu = ContenuPageFactory.create()
    for adresse in ("/", "/journee/", "/journee/2026/", "/temoignages/", "/temoignages/?page=2", contenu.url):
        reponse = client.get(adresse)
        assert reponse.status_code == 200
        assert not reponse.cookies, adresse
        assert "Cookie" not in reponse.get("Vary", ""), adresse
