"""The whole addresses of the site begin with the public one."""

import pytest
from pytest_django.fixtures import Settings
from wagtail.models import Page, Site

from pages.models import AccueilPage
from site_campagne.adresse import accorder

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("adresse", "debut"),
    [
        ("https://campagne.exemple.org", "https://campagne.exemple.org/"),
        ("http://127.0.0.1:8001", "http://127.0.0.1:8001/"),
        ("http://localhost", "http://localhost/"),
    ],
)
def test_l_adresse_entiere_d_une_page_suit_celle_du_site(settings: Settings, adresse: str, debut: str) -> None:
    settings.WAGTAILADMIN_BASE_URL = adresse
    accorder()
    assert AccueilPage.objects.get().full_url == debut


def test_un_second_site_garde_la_sienne(settings: Settings) -> None:
    autre = Site.objects.create(hostname="ailleurs.exemple.org", port=80, root_page=Page.get_first_root_node())
    settings.WAGTAILADMIN_BASE_URL = "https://campagne.exemple.org"
    accorder()
    autre.refresh_from_db()
    assert autre.hostname == "ailleurs.exemple.org"


def test_une_autre_base_n_est_pas_touchee(settings: Settings) -> None:
    settings.WAGTAILADMIN_BASE_URL = "https://campagne.exemple.org"
    accorder(using="coffre")
    assert Site.objects.get().hostname == "localhost"
