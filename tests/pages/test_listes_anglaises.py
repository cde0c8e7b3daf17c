"""What an English page lists or chooses: in English when that is public, otherwise in French, which is said."""

from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from pages.langues import dans_la_langue
from pages.models import SalleDePressePage
from tests.fabriques.pages import CampagnePageFactory, ContenuPageFactory, accueil, enregistrer
from tests.fabriques.presse import CommuniquePageFactory, SalleDePressePageFactory
from tests.pages.test_langues import traduite

pytestmark = pytest.mark.django_db
RESTE = 'href="/communiques/" hreflang="fr-CA"'


@pytest.fixture
def salle() -> Any:
    """Return the press room, public in both languages."""
    traduite(accueil(), "Home")
    salle = SalleDePressePageFactory.create()
    traduite(salle, "News releases")
    return salle


def lue(client: Client, adresse: str = "/en/news-releases/") -> str:
    return client.get(adresse).content.decode()


def test_une_liste_incomplete_mene_a_la_francaise(client: Client, salle: Any) -> None:
    premier, second = CommuniquePageFactory.create(), CommuniquePageFactory.create()
    assert RESTE in lue(client)
    traduite(premier, "One more door")
    anglaise = lue(client)
    assert RESTE in anglaise
    assert "One more door" in anglaise
    assert second.title not in anglaise

    traduite(second, "Two more doors")
    assert RESTE not in lue(client)
    assert 'hreflang="fr-CA"' not in lue(client, "/communiques/").split("<main")[1]


def test_un_brouillon_francais_ne_manque_pas_a_la_liste(client: Client, salle: Any) -> None:
    CommuniquePageFactory.create(live=False)
    CommuniquePageFactory.create().view_restrictions.create(restriction_type="login")
    assert RESTE not in lue(client)


def test_une_liste_francaise_fermee_n_est_pas_nommee(client: Client, salle: Any) -> None:
    CommuniquePageFactory.create()
    SalleDePressePage.objects.get(pk=salle.pk).view_restrictions.create(restriction_type="login")
    assert RESTE not in lue(client)


def test_une_page_choisie_est_celle_de_la_langue(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    traduite(accueil(), "Home")
    pages = [ContenuPageFactory.create() for _rang in range(3)]
    jumelle, fermee = traduite(pages[0], "Here"), traduite(pages[1], "There")
    fermee.view_restrictions.create(restriction_type="login")

    with django_assert_num_queries(0):
        assert list(dans_la_langue(pages).values()) == pages
    with override("en"), django_assert_num_queries(1):
        menees = dans_la_langue(pages)
    assert [page.pk for page in menees.values()] == [jumelle.pk, pages[1].pk, pages[2].pk]
    assert [getattr(page, "lang", "") for page in menees.values()] == ["", "fr-CA", "fr-CA"]


def test_la_version_facile_et_la_complete_sont_celles_de_la_langue(client: Client) -> None:
    traduite(accueil(), "Home")
    campagne = CampagnePageFactory.create()
    facile = ContenuPageFactory.create(title="En bref", slug="en-bref", simplifie=campagne.page_ptr)
    anglaise = traduite(facile, "In short")
    enregistrer(anglaise, simplifie=campagne.page_ptr)  # as its submission does: a copy leaves it out
    assert 'href="/journee/" hreflang="fr-CA" lang="fr-CA"' in lue(client, anglaise.url)

    complete = traduite(campagne, "The Day")

    assert f'<a href="{complete.url}">The Day' in lue(client, anglaise.url)
    assert f'href="{anglaise.url}"' in lue(client, complete.url).split("<main")[1]
    assert 'href="/en-bref/"' in lue(client, "/journee/").split("<main")[1]


def test_une_liste_vide_mene_a_l_accueil_de_sa_langue(client: Client) -> None:
    assert 'href="/en/"' in lue(client, "/en/recherche/?q=xyzzyx").split('class="vide"')[1]
    assert 'href="/"' in lue(client, "/recherche/?q=xyzzyx").split('class="vide"')[1]
