"""What a page of each type costs to read: the same number of queries for two rows, blocks and children or eight."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pages.models import AccueilPage, EditionPage
from tests.fabriques.balado import un_enregistrement
from tests.fabriques.genres import genres_de_pages, parent_de, une_page
from tests.fabriques.pages import accueil, publier, une_image
from tests.fabriques.presse import une_autorisation

pytestmark = pytest.mark.django_db
BUDGET = 25
MOTS = "Une table, du pain."


def une_page_publique(genre: Any, fois: int, rang: int) -> Any:
    """Return a public page of this type, with `fois` of everything that it may hold."""
    annee = {"annee": 2014 + rang} if any(champ.name == "annee" for champ in genre._meta.fields) else {}
    nom = f"{genre._meta.model_name}-{rang}"
    if genre is AccueilPage:
        page = accueil()
        page.corps = une_page(AccueilPage, MOTS, nom, fois).corps
        return publier(page)
    page = une_page(genre, MOTS, nom, fois, slug=nom, live=False, **annee)
    parent_de(genre).add_child(instance=page)
    page = publier(page)
    seuls = [enfant for enfant in genre.allowed_subpage_models() if enfant.allowed_parent_page_models() == [genre]]
    for enfant in seuls:
        for sous in range(fois):
            une_annee = {"annee": 2014 + 2 * rang + sous} if enfant is EditionPage else {}
            nom = f"{enfant._meta.model_name}-{sous}"
            fille = une_page(enfant, MOTS, nom, slug=nom, live=False, **une_annee)
            page.add_child(instance=fille)
            publier(fille)
    return page


@pytest.mark.parametrize("genre", genres_de_pages(), ids=lambda genre: genre.__name__)
def test_une_page_tient_dans_son_budget_quoi_qu_elle_contienne(client: Client, genre: Any) -> None:
    une_image()
    une_autorisation()
    un_enregistrement()
    une_page_publique(genre, 0, 2)  # a sister for each of those that are measured
    comptes = []
    for rang, fois in enumerate((2, 8)):
        page = une_page_publique(genre, fois, rang)
        assert client.get(page.url).status_code == 200
        with CaptureQueriesContext(connection) as requetes:
            client.get(page.url)
        comptes.append([requete["sql"][:300] for requete in requetes])
    assert len(comptes[1]) <= BUDGET
    assert len(comptes[0]) == len(comptes[1]), "\n".join(sorted(set(comptes[1]) - set(comptes[0])))
