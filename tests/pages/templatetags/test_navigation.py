from typing import Any

import pytest
from django.template import Context
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Site

from pages.templatetags.navigation import ancetres, menu_pied, menu_principal
from tests.fabriques.documents import CahierPageFactory
from tests.fabriques.pages import CampagnePageFactory, ContenuPageFactory, EditionPageFactory, MurPageFactory, accueil
from tests.fabriques.rayons import PublicationsPageFactory

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


def test_le_fil_d_ariane_tait_une_page_qui_n_est_pas_publique() -> None:
    edition = EditionPageFactory.create()
    edition.get_parent().unpublish()
    assert ancetres(contexte(edition.url), edition) == [("Accueil", "/"), ("Ça mijote partout", "")]


def test_une_publication_se_trouve_sous_la_page_des_publications() -> None:
    cahier = CahierPageFactory.create(title="Le printemps")
    assert ancetres(contexte(cahier.url), cahier) == [
        ("Accueil", "/"),
        ("Cahiers", "/cahiers/"),
        ("Le printemps", ""),
    ]
    publications = PublicationsPageFactory.create()
    attendu = [("Accueil", "/"), ("Publications", "/publications/"), ("Cahiers", "/cahiers/"), ("Le printemps", "")]
    assert ancetres(contexte(cahier.url), cahier) == attendu
    assert ancetres(contexte(publications.url), publications) == [("Accueil", "/"), ("Publications", "")]
    participer = ContenuPageFactory.create(title="Participer")
    assert ancetres(contexte(participer.url), participer) == [("Accueil", "/"), ("Participer", "")]


@pytest.mark.parametrize(("genre", "courante"), [(CahierPageFactory, True), (ContenuPageFactory, False)])
def test_le_menu_dit_qu_on_est_dans_les_publications(genre: Any, courante: bool) -> None:
    PublicationsPageFactory.create()
    page = genre.create()
    ici = contexte(page.url)
    ici["page"] = page
    assert [entree.courante for entree in menu_principal(ici)] == [courante]


def test_une_page_des_publications_en_brouillon_ne_mene_nulle_part() -> None:
    PublicationsPageFactory.create(live=False)
    cahier = CahierPageFactory.create()
    assert "/publications/" not in [adresse for _titre, adresse in ancetres(contexte(cahier.url), cahier)]
    assert menu_principal(contexte(cahier.url)) == []


def test_le_fil_et_le_menu_lisent_la_lignee_une_fois(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    PublicationsPageFactory.create()
    cahier = CahierPageFactory.create()
    ici = contexte(cahier.url)
    ici["page"] = cahier
    Site.find_for_request(ici["request"]).root_page  # noqa: B018 - read by the view before any template
    ancetres(contexte(cahier.url), cahier)  # the types of content, once a process
    with django_assert_max_num_queries(2):
        menu_principal(ici)
        ancetres(ici, cahier)
        menu_pied(ici)


def test_les_menus_paraissent_sur_une_vue_qui_n_est_pas_une_page(client: Client) -> None:
    CampagnePageFactory.create()
    html = client.get("/n-existe-pas/").content.decode()
    assert 'href="/journee/"' in html
    assert 'href="/temoigner/suivi/"' in html
