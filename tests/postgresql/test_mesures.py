"""The numbers of the site on PostgreSQL: a size is asked of the server, and is there for both databases."""

import pytest
from django.db import connections

from site_campagne.etat.mesures import ecrire, mesurer, octets_de

pytestmark = pytest.mark.django_db


def test_la_taille_de_chaque_base_vient_du_serveur() -> None:
    tailles = {connexion.alias: octets_de(connexion) for connexion in connections.all()}
    assert tailles.keys() == {"default", "coffre"}
    assert min(tailles.values()) > 10**6
    lignes = ecrire(mesurer())
    assert f'campagne_base_octets{{base="default"}} {tailles["default"]}' in lignes
