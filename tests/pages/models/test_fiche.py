import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pages.models import FichePage
from pages.publication.regles import LIENS
from pages.publication.regles.references import CLOTURE
from site_campagne.demo.fiche import DEFINITIONS, INITIATIVES, OUTILS
from tests.fabriques.documents import FichePageFactory, une_reference
from tests.fabriques.pages import corps, enregistrer

pytestmark = pytest.mark.django_db


def une_fiche() -> FichePage:
    page = FichePageFactory.create(bibliographie=corps(une_reference(), une_reference("Grenon, Alix", "2011")))
    enregistrer(page, definitions=DEFINITIONS, initiatives=INITIATIVES, outils=OUTILS)
    return FichePage.objects.get(pk=page.pk)


def test_plusieurs_definitions_d_un_terme_sont_cote_a_cote_avec_leur_source(client: Client) -> None:
    html = client.get(une_fiche().url).content.decode()
    assert html.count("<dfn>Accueil</dfn>") == 1
    assert html.count('<p class="meta"><a class="renvoi"') == 2
    assert "Tellier, dans Grenon, 2011, p.\u00a042</a>. Notre traduction." in html
    assert "<h3>" in html


def test_une_source_absente_et_un_lien_mal_ecrit_sont_vus() -> None:
    page = une_fiche()
    assert list(CLOTURE.chercher(page)) == []
    enregistrer(page, bibliographie=[])
    assert len(list(CLOTURE.chercher(FichePage.objects.get()))) == 2
    enregistrer(page, outils=[("outil", {"nom": "N", "description": "", "document": None, "adresse": "htp://a"})])
    assert any("mal écrite" in constat.message for constat in LIENS.chercher(FichePage.objects.get()))


def test_le_plan_d_une_fiche_suit_sa_page(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    page = une_fiche()
    assert [titre.texte for titre in page.plan_de_sortie().titres] == [
        "Définitions", "Initiatives inspirantes", "Outils disponibles", "Bibliographie",
    ]  # fmt: skip
    client.get(page.url)
    with django_assert_max_num_queries(16):
        client.get(page.url)
