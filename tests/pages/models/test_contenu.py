import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.fabriques.pages import ContenuPageFactory, corps, une_image

pytestmark = pytest.mark.django_db


def test_une_page_de_contenu_s_affiche_avec_les_feuilles_de_ses_blocs(client: Client) -> None:
    page = ContenuPageFactory.create(
        title="C'est quoi?", chapeau="Un lieu.", corps=corps(("texte", "<h2>Bonjour</h2>"), ("texte", "<p>Salut</p>"))
    )
    html = client.get(page.url).content.decode()
    assert "<h1>C’est quoi?</h1>" in html
    assert html.count("css/blocs/texte.css") == 1
    assert "css/blocs/image.css" not in html


def test_un_titre_hostile_est_echappe(client: Client) -> None:
    page = ContenuPageFactory.create(title="<script>alert(1)</script>", slug="essai", chapeau="<b>a</b>")
    html = client.get(page.url).content.decode()
    assert "<script>alert(1)" not in html
    assert "<b>a</b>" not in html


def test_le_nombre_de_requetes_ne_depend_pas_du_nombre_d_images(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    comptes = []
    for nombre in (1, 4):
        images = [("image", {"image": une_image().pk}) for _rang in range(nombre)]
        page = ContenuPageFactory.create(corps=corps(*images))
        client.get(page.url)
        with django_assert_max_num_queries(16) as requetes:
            assert client.get(page.url).content.decode().count("<figure>") == nombre
        comptes.append(len(requetes))
    assert comptes[0] == comptes[1]
