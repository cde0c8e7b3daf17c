"""The resource of the demo: an account that signs in by a code, and a batch with one line to correct."""

import pytest

from reseau.connexion import compte_a_joindre
from site_campagne.demo.charger_paroles import charger_amorces
from site_campagne.demo.charger_reseau import charger_ressources
from site_campagne.demo.espace import COURRIEL, RESSOURCE, charger_espace
from temoignages.actions import lire_lot
from temoignages.models import Depot, Lot


@pytest.mark.django_db
def test_la_ressource_de_la_demo_a_un_envoi_a_verifier() -> None:
    for charger in (charger_ressources, charger_amorces, charger_espace):
        list(charger())
    compte = compte_a_joindre(COURRIEL)
    assert compte is not None
    assert not compte.has_usable_password()
    lot = Lot.objects.get()
    assert str(lot.ressource) == RESSOURCE
    lu = lire_lot(lot=lot, par=compte)
    assert ([ligne.numero for ligne in lu.erreurs], len(lu.valides)) == ([4], 4)
    assert list(charger_espace()) == []
    assert not Depot.objects.exists()
