"""The staff's screens: every page type opens, and an edition is made from what a person types."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from pages.models import EditionPage
from reseau.models import Compte
from tests.fabriques.pages import (
    CampagnePageFactory,
    ContenuPageFactory,
    EditionPageFactory,
    MurPageFactory,
    accueil,
    corps,
    mettre_en_vedette,
    un_temoignage_publie,
    une_amorce,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau(client: Client) -> Client:
    """A member of the staff."""
    client.force_login(Compte.objects.create_superuser("admin", "admin@exemple.org", "essai"))
    return client


def saisie(**champs: Any) -> dict[str, Any]:
    vide = {"title": "À notre heure", "annee": "2027", "jour": "", "theme": "", "slogan": "", "palette": ""}
    flux = {"introduction": rich_text("<p>Bonjour.</p>"), "corps": streamfield([]), "vedettes": inline_formset([])}
    donnees: dict[str, Any] = nested_form_data({**vide, "seo_title": "", "search_description": "", **flux, **champs})
    return donnees


def creer(bureau: Client, **champs: Any) -> Any:
    parent = CampagnePageFactory.create()
    adresse = reverse("wagtailadmin_pages:add", args=["pages", "editionpage", parent.pk])
    return bureau.post(adresse, saisie(**champs))


def test_chaque_type_de_page_s_ouvre_en_francais(bureau: Client) -> None:
    edition = EditionPageFactory.create()
    mettre_en_vedette(edition, un_temoignage_publie("un perron où pleurer"))
    for page in (
        accueil(),
        edition.get_parent(),
        edition,
        MurPageFactory.create(),
        ContenuPageFactory.create(),
    ):
        reponse = bureau.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        assert reponse.status_code == 200
        assert "Titre" in reponse.content.decode()
        # A testimony is chosen by its opaque id: its words are in no admin form.
        assert "un perron où pleurer" not in reponse.content.decode()


def test_une_edition_se_soumet_sans_jour_ni_adresse(bureau: Client) -> None:
    temoignage = un_temoignage_publie()
    vedettes = inline_formset([{"temoignage": temoignage.pk}])
    reponse = creer(bureau, vedettes=vedettes, **{"action-submit": "1"})
    assert reponse.status_code == 302
    edition = EditionPage.objects.get()
    assert (edition.workflow_in_progress, edition.live) == (True, False)
    assert (edition.slug, edition.jour) == ("2027", datetime.date(2027, 10, 10))
    assert edition.temoignages_vedettes == [temoignage]


def test_une_edition_s_enregistre_en_brouillon(bureau: Client) -> None:
    assert creer(bureau).status_code == 302
    assert EditionPage.objects.get().slug == "2027"
    assert not EditionPage.objects.get().live


@pytest.mark.parametrize(
    ("champs", "message"),
    [
        ({"annee": "2012"}, "La première Journée a eu lieu en 2013."),
        ({"jour": "2026-10-10"}, "Ce jour n’est pas en 2027."),
    ],
)
def test_une_edition_fautive_revient_avec_son_message(bureau: Client, champs: dict[str, str], message: str) -> None:
    reponse = creer(bureau, **champs, **{"action-submit": "1"})
    assert reponse.status_code == 200
    assert message in reponse.content.decode()
    assert not EditionPage.objects.exists()


def test_le_choix_d_une_parole_ne_montre_que_les_publiees(bureau: Client) -> None:
    publiee, retiree = un_temoignage_publie("une chaise"), un_temoignage_publie("un banc")
    retiree.texte, retiree.etat = "", "retire"
    retiree.save()
    html = bureau.get("/admin/choisir_temoignage/").content.decode()
    assert publiee.pk in html
    assert retiree.pk not in html


@pytest.mark.parametrize("genre", ["accueilpage", "campagnepage", "murpage"])
def test_une_page_unique_ne_se_cree_pas_deux_fois(bureau: Client, genre: str) -> None:
    CampagnePageFactory.create()
    MurPageFactory.create()
    parent = Page.objects.get(depth=1) if genre == "accueilpage" else accueil()
    reponse = bureau.get(reverse("wagtailadmin_pages:add", args=["pages", genre, parent.pk]))
    assert reponse.status_code in {302, 403}


def test_les_blocs_qui_donnent_la_parole_s_ouvrent_dans_l_editeur(bureau: Client) -> None:
    temoignage, amorce = un_temoignage_publie("un perron où pleurer"), une_amorce("Ici je prends")
    extrait = {"titre": "Sur le mur", "amorce": amorce.pk, "edition": None, "nombre": 3}
    selection = {"titre": "Autour de la table", "temoignages": [temoignage.pk, temoignage.pk]}
    page = ContenuPageFactory.create(corps=corps(("mur_extrait", extrait), ("selection", selection)))
    html = bureau.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Ici je prends" in html
    assert temoignage.pk in html
