import pytest
from django.template import Context
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Site

from pages.templatetags.navigation import ancetres, menu_pied, menu_principal
from tests.fabriques.pages import CampagnePageFactory, ContenuPageFactory, EditionPageFactory, MurPageFactory, accueil

pytestmark = pytest.mark.django_db


def contexte(adresse: str = "/temoigner/") -> Context:
    return Context({"request": RequestFactory().get(adresse, headers={"host": "localhost"})})


def test_le_menu_montre_les_enfants_publies_de_l_accueil_qui_sont_au_menu() -> None:
    CampagnePageFactory.create()
    MurPageFactory.create()
    ContenuPageFactory.create(title="Hors menu")
    ContenuPageFactory.create(title="Brouillon", show_in_menus=True, live=False)
    entrees = menu_principal(contexte("/journee/2026/"))
    assert [(entree.titre, entree.url, entree.courante) for entree in entrees] == [
        ("La Journée", "/journee/", True),
        ("Témoignages", "/temoignages/", False),
    ]


def test_le_pied_montre_les_pages_choisies_et_le_retrait() -> None:
    ContenuPageFactory.create(title="Accessibilité", slug="accessibilite", au_pied=True)
    ContenuPageFactory.create(title="Ailleurs")
    liens = menu_pied(contexte("/temoigner/suivi/"))
    assert [(lien.titre, lien.url, lien.courante) for lien in liens] == [
        ("Accessibilité", "/accessibilite/", False),
        ("Retirer un texte", "/temoigner/suivi/", True),
    ]


def test_les_deux_menus_coutent_une_requete(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for rang in range(6):
        ContenuPageFactory.create(title=f"Page {rang}", show_in_menus=True, au_pied=True)
    menu_principal(contexte())
    ici = contexte()
    Site.find_for_request(ici["request"]).root_page  # noqa: B018 - read by the view before any template
    with django_assert_max_num_queries(1):
        assert len(menu_principal(ici)) == 6
        assert len(menu_pied(ici)) == 7


def test_sans_requete_ni_site_les_menus_ne_cassent_rien() -> None:
    assert menu_principal(Context()) == []
    assert [lien.url for lien in menu_pied(Context())] == ["/temoigner/suivi/"]
    Site.objects.all().delete()
    assert menu_principal(contexte()) == []
    assert ancetres(contexte(), accueil()) == []


def test_le_fil_d_ariane_part_de_l_accueil() -> None:
    edition = EditionPageFactory.create()
    assert ancetres(contexte(edition.url), edition) == [
        ("Accueil", "/"),
        ("La Journée", "/journee/"),
        ("Ça mijote partout", ""),
    ]


def test_les_menus_paraissent_sur_une_vue_qui_n_est_pas_une_page(client: Client) -> None:
    CampagnePageFactory.create()
    html = client.get("/n-existe-pas/").content.decode()
    assert 'href="/journee/"' in html
    assert 'href="/temoigner/suivi/"' in html
