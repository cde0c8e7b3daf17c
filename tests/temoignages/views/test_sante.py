"""`/sante/`: does this process reach its databases?"""

from unittest import mock

import pytest
from django.db import DatabaseError, InterfaceError, OperationalError, connections
from django.test import Client

pytestmark = pytest.mark.django_db
# What PostgreSQL's driver raises of a connection that was closed: an `Error`, not a `DatabaseError`.


def test_tout_va_bien() -> None:
    reponse = Client().get("/sante/")
    assert (reponse.status_code, reponse.json()) == (200, {"etat": "en marche"})
    assert "no-store" in reponse["Cache-Control"]
    assert Client().head("/sante/").status_code == 200


@pytest.mark.parametrize("base", ["default", "coffre"])
@pytest.mark.parametrize("panne", [OperationalError, DatabaseError, pytest.param(InterfaceError)])
def test_une_base_en_panne_repond_503_sans_dire_laquelle(base: str, panne: type[Exception]) -> None:
    erreur = panne("unable to open database file /secret/chemin")
    with mock.patch.object(connections[base], "cursor", side_effect=erreur):
        reponse = Client().get("/sante/")
    assert (reponse.status_code, reponse.json()) == (503, {"etat": "en panne"})
    assert "secret" not in reponse.content.decode()


@pytest.mark.parametrize("methode", ["post", "put", "delete"])
def test_on_ne_fait_que_la_lire(methode: str) -> None:
    assert getattr(Client(), methode)("/sante/").status_code == 405
