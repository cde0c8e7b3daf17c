"""Choosing a testimony for a page: published words only, and the chosen one is named by its opaque id."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from temoignages.models import Temoignage
from tests.fabriques.temoignages import un_temoignage, une_personne

pytestmark = pytest.mark.django_db


def test_le_selecteur_ne_montre_que_ce_qui_est_publie(client: Client) -> None:
    publie, retire = un_temoignage("des chaises en bois"), un_temoignage("une porte bleue")
    Temoignage.objects.filter(pk=retire.pk).update(etat="retire", texte="")
    client.force_login(une_personne())
    reponse = json.loads(client.get(reverse("choisir_temoignage:choose")).content)
    assert publie.texte in reponse["html"]
    assert "data-chooser-modal-choice" in reponse["html"]
    assert retire.pk not in reponse["html"]


def test_le_selecteur_cherche_dans_les_mots_publies(client: Client) -> None:
    un_temoignage("des chaises en bois"), un_temoignage("une porte bleue")
    client.force_login(une_personne())
    resultats = client.get(reverse("choisir_temoignage:choose_results"), {"q": "porte"}).content.decode()
    assert "une porte bleue" in resultats
    assert "des chaises" not in resultats


def test_le_temoignage_choisi_est_nomme_par_son_identifiant(client: Client) -> None:
    temoignage = un_temoignage("des chaises en bois")
    client.force_login(une_personne())
    reponse = client.get(reverse("choisir_temoignage:chosen", args=[temoignage.pk]))
    assert json.loads(reponse.content)["result"]["title"] == temoignage.pk
    assert "chaises" not in reponse.content.decode()


def test_le_selecteur_est_ferme_a_qui_n_est_pas_de_l_equipe(client: Client) -> None:
    assert client.get(reverse("choisir_temoignage:choose")).status_code == 302
