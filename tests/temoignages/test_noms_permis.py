"""The curated allow-list: what the staff adds is left alone by the detector, and each change is logged."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from temoignages.actions import constats_ouverts
from temoignages.models import NomPermis
from tests.fabriques.temoignages import un_depot, une_personne

pytestmark = pytest.mark.django_db


def test_un_nom_ajoute_dans_l_administration_n_est_plus_repere_et_l_ajout_est_consigne(client: Client) -> None:
    depot = un_depot("J’ai écouté Zélinda Marchemort à la radio.")
    assert constats_ouverts(depot, "J’ai écouté Zélinda Marchemort à la radio.")
    personne = une_personne("add_nompermis", "view_nompermis")
    client.force_login(personne)
    champs = {"nom": "Zélinda Marchemort", "categorie": "personne", "raison": "Ministre."}
    assert client.post(reverse("noms-permis:add"), champs).status_code == 302
    assert constats_ouverts(depot, "J’ai écouté Zélinda Marchemort à la radio.") == []
    trace = ModelLogEntry.objects.get(action="wagtail.create")
    assert (trace.user, trace.label) == (personne, "Zélinda Marchemort")


def test_une_personne_publique_ne_s_inscrit_pas_par_son_seul_prenom() -> None:
    nom = NomPermis(nom="Zélinda", categorie="personne", raison="Ministre.")
    with pytest.raises(ValidationError, match="prénom et son nom"):
        nom.full_clean()
    NomPermis(nom="Zélinda", categorie="mot", raison="Marque de biscuits.").full_clean()


def test_la_liste_est_fermee_a_qui_n_a_pas_le_droit(client: Client) -> None:
    client.force_login(une_personne("moderer_depot"))
    client.post(reverse("noms-permis:add"), {"nom": "Zélinda Marchemort", "categorie": "personne", "raison": "x"})
    assert not NomPermis.objects.exists()
