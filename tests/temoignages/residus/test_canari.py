"""The proof: a rare text goes through the whole site, then is nowhere."""

import pytest
from django.urls import get_resolver

from .parcours import vivre
from .releve import adresses_fixes


@pytest.mark.usefixtures("bases_propres")
def test_rien_ne_reste_apres_le_caviardage_ni_apres_le_retrait() -> None:
    vivre()


def test_les_adresses_publiques_viennent_de_la_table_du_site() -> None:
    adresses = set(adresses_fixes(get_resolver()))
    assert {"/temoigner/", "/temoigner/suivi/", "/sante/"} <= adresses
    assert not any(adresse.startswith("/admin/") for adresse in adresses)
