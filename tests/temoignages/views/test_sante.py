"""`/sante/`: this process is alive. What it stands on is asked at `/sante/pret/`."""

from unittest import mock

import pytest
from django.db import OperationalError, connections
from django.test import Client

pytestmark = pytest.mark.django_db


def test_tout_va_bien() -> None:
    reponse = Client().get("/sante/")
    assert (reponse.status_code, reponse.json()) == (200, {"etat": "en marche"})
    assert "no-store" in reponse["Cache-Control"]
    assert Client().head("/sante/").status_code == 200


@pytest.mark.parametrize("base", ["default", "coffre"])
def test_une_base_en_panne_ne_tue_pas_le_processus(base: str) -> None:
    with mock.patch.object(connections[base], "cursor", side_effect=OperationalError("/secret/chemin")) as demandee:
        assert Client().get("/sante/").status_code == 200
    assert not demandee.called


@pytest.mark.parametrize("methode", ["post", "put", "delete"])
def test_on_ne_fait_que_la_lire(methode: str) -> None:
    assert getattr(Client(), methode)("/sante/").status_code == 405
