"""What the agenda costs among many: as many queries for three hundred events as for thirty, ten at most."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from pages.models import Evenement
from reseau.models import Ressource
from tests.bancs.journees import AUJOURDHUI, peupler

from .calendriers import un_agenda

pytestmark = pytest.mark.django_db
BUDGET = 10


@pytest.fixture
def agenda(settings: Any) -> str:
    settings.AUJOURDHUI = AUJOURDHUI
    return un_agenda()


def lire(client: Client, adresse: str) -> int:
    Site.get_site_root_paths()  # Wagtail keeps it
    with CaptureQueriesContext(connection) as requetes:
        assert client.get(adresse).status_code == 200
    return len(requetes)


@pytest.mark.parametrize(
    "quoi", ["", "?page=2", "?region=05", "?genre=atelier&gratuit=oui", "calendrier.ics", "evenements.json", "un"]
)
def test_le_nombre_de_requetes_ne_suit_pas_le_nombre_d_evenements(client: Client, agenda: str, quoi: str) -> None:
    comptes = []
    for nombre in (30, 300):
        Evenement.objects.all().delete()
        Ressource.objects.all().delete()
        peupler(nombre)
        un = Evenement.objects.publies().a_venir()[0]
        comptes.append(lire(client, f"{agenda}{un.slug}/" if quoi == "un" else f"{agenda}{quoi}"))
    assert comptes[0] <= BUDGET
    assert comptes[1] <= comptes[0]
