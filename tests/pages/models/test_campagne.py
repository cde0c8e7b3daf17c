import pytest
from django.test import Client

from tests.fabriques.pages import CampagnePageFactory, EditionPageFactory

pytestmark = pytest.mark.django_db


def test_la_campagne_liste_ses_editions_de_la_plus_recente_a_la_plus_ancienne(client: Client) -> None:
    campagne = CampagnePageFactory.create()
    for annee in (2025, 2027, 2026):
        EditionPageFactory.create(annee=annee, title=f"Une table {annee}")
    EditionPageFactory.create(annee=2028, live=False, title="Un secret")
    assert [edition.annee for edition in campagne.editions] == [2027, 2026, 2025]
    page = client.get("/journee/").content.decode()
    assert page.index("Une table 2027") < page.index("Une table 2026") < page.index("Une table 2025")
    assert "Un secret" not in page
    assert "Dans 322\u00a0jours, le dimanche 10\u00a0octobre 2027." in page


def test_une_campagne_sans_edition_s_affiche(client: Client) -> None:
    CampagnePageFactory.create()
    reponse = client.get("/journee/")
    assert reponse.status_code == 200
    assert "Les éditions" not in reponse.content.decode()
