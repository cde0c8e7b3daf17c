"""The alarm on the dashboard: for the administration, while something is late."""

import pytest
from django.test import Client

from site_campagne.planification.tenir import tenir
from site_campagne.roles import ADMINISTRATION, REDACTION
from tests.fabriques.roles import une_personne_de

pytestmark = pytest.mark.django_db
ALARME = "Le site est en retard sur ce qu’il fait seul"


def accueil(role: str) -> str:
    client = Client()
    client.force_login(une_personne_de(role))
    return client.get("/admin/").content.decode()


def test_l_administration_voit_l_alarme_et_le_nom_de_ce_qui_tarde() -> None:
    page = accueil(ADMINISTRATION)
    assert ALARME in page
    assert "ménage" in page


def test_les_autres_roles_ne_la_voient_pas() -> None:
    assert ALARME not in accueil(REDACTION)


def test_elle_s_en_va_quand_tout_est_fait() -> None:
    tenir(forcer=True)
    assert ALARME not in accueil(ADMINISTRATION)
