"""Listings that look alike are suggested, with their reason, in two queries; others are not."""

import pytest
from pytest_django import DjangoAssertNumQueries

from reseau import doublons
from reseau.doublons import doublons_probables
from reseau.models import AliasRessource
from tests.fabriques.reseau import RessourceFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("une", "autre", "raison"),
    [
        ({"nom": "L’Envol", "region": "05"}, {"nom": "Envol", "region": "13"}, doublons.MEME_NOM),
        ({"nom": "La Passerelle"}, {"nom": "La Passerele"}, doublons.NOM_PROCHE),
        (
            {"nom": "Le Phare", "site_web": "https://a.org/"},
            {"nom": "Nid", "site_web": "https://a.org"},
            doublons.MEME_CONTACT,
        ),
        (
            {"nom": "Le Phare", "telephone_public": "418 555-0100"},
            {"nom": "Nid", "telephone_public": "418-555-0100"},
            doublons.MEME_CONTACT,
        ),
    ],
)
def test_deux_fiches_qui_se_ressemblent(une: dict[str, str], autre: dict[str, str], raison: object) -> None:
    paires = {RessourceFactory.create(**une), RessourceFactory.create(**autre)}
    (paire,) = doublons_probables()
    assert {paire.une, paire.autre} == paires
    assert paire.raison == raison


def test_le_nom_de_l_une_est_un_autre_nom_de_l_autre() -> None:
    RessourceFactory.create(nom="La Lanterne", region="13")
    AliasRessource.objects.create(ressource=RessourceFactory.create(nom="Le Phare"), nom="Lanterne")
    assert [paire.raison for paire in doublons_probables()] == [doublons.AUTRE_NOM]


def test_des_fiches_differentes_ne_se_suggerent_pas() -> None:
    for nom, region in (("Le Phare", "05"), ("Le Phare de Laval", "13"), ("La Halte", "05"), ("La Passerelle", "07")):
        RessourceFactory.create(nom=nom, region=region)
    assert doublons_probables() == []


def test_quarante_fiches_se_lisent_en_deux_requetes(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    RessourceFactory.create_batch(40)
    with django_assert_num_queries(2):
        doublons_probables()
