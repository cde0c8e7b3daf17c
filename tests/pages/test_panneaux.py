import datetime

import pytest
from django.test import Client

from pages.models import AideSetting
from reseau.models import Compte

pytestmark = pytest.mark.django_db
TITRE = "Les lignes d’aide sont à vérifier"


@pytest.fixture
def tableau(client: Client) -> Client:
    """A member of the staff, at the dashboard."""
    client.force_login(Compte.objects.create_superuser("admin", "admin@exemple.org", "essai"))
    return client


def test_le_tableau_de_bord_rappelle_une_verification_jamais_faite(tableau: Client) -> None:
    html = tableau.get("/admin/").content.decode()
    assert TITRE in html
    assert "Personne n’a encore noté" in html


def test_le_tableau_de_bord_rappelle_une_verification_trop_vieille(tableau: Client) -> None:
    AideSetting.objects.create(verifie_le=datetime.date(2026, 1, 15))
    assert "15 janvier 2026" in tableau.get("/admin/").content.decode()


def test_le_tableau_de_bord_se_tait_apres_une_verification(tableau: Client) -> None:
    AideSetting.objects.create(verifie_le=datetime.date(2026, 11, 1))
    assert TITRE not in tableau.get("/admin/").content.decode()


def test_le_personnel_regle_les_lignes_d_aide(tableau: Client) -> None:
    reponse = tableau.get("/admin/settings/pages/aidesetting/", follow=True)
    assert reponse.status_code == 200
    assert "Vérifié le" in reponse.content.decode()
