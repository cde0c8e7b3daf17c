"""Editors are told, by a number and a screen, what in a page may identify someone. Nothing is refused."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from pages.identifiants import reperer
from pages.models import ContenuPage
from reseau.models import Compte
from tests.fabriques.pages import ContenuPageFactory, accueil
from tests.fabriques.temoignages import une_personne

pytestmark = pytest.mark.django_db

CORPS = streamfield([("texte", rich_text("<h2>Merci</h2><p>Merci à Zélinda Marchemort, 418 555-0187.</p>"))])


@pytest.fixture
def bureau(client: Client) -> Client:
    client.force_login(Compte.objects.create_superuser("admin", "admin@exemple.org", "essai"))
    return client


def enregistrer(bureau: Client, **entetes: str) -> ContenuPage:
    champs = {"title": "Merci", "slug": "merci", "chapeau": "", "seo_title": "", "search_description": ""}
    donnees = nested_form_data({**champs, "corps": CORPS})
    adresse = reverse("wagtailadmin_pages:add", args=["pages", "contenupage", accueil().pk])
    bureau.post(adresse, donnees, headers=entetes)
    return ContenuPage.objects.get(slug="merci")


def test_enregistrer_avertit_par_un_nombre_sans_rien_refuser_ni_rien_copier(bureau: Client) -> None:
    page = enregistrer(bureau)
    reponse = bureau.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    adresse = reverse("passages_identifiants", args=[page.pk])
    assert "2 passages de cette page pourraient identifier quelqu’un." in reponse
    assert adresse in reponse
    assert not any("Marchemort" in str(session.get_decoded()) for session in Session.objects.all())
    ecran = bureau.get(adresse).content.decode()
    assert "<mark>Zélinda Marchemort</mark>" in ecran
    assert "<mark>418 555-0187</mark>" in ecran


def test_une_page_sans_passage_n_avertit_pas(bureau: Client) -> None:
    page = ContenuPageFactory.create(title="Une table")
    assert reperer(page) == []
    assert "ne repère rien" in bureau.get(reverse("passages_identifiants", args=[page.pk])).content.decode()


def test_l_ecran_est_ferme_a_qui_ne_modifie_pas_la_page(client: Client) -> None:
    page = ContenuPageFactory.create()
    client.force_login(une_personne("moderer_depot"))
    reponse = client.get(reverse("passages_identifiants", args=[page.pk]))
    assert reponse.status_code == 302
    assert "passages" not in reponse["Location"]
