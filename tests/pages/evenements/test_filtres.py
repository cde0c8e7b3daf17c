"""What the query of the agenda means, and what it cannot mean."""

import pytest
from pytest_django import DjangoAssertNumQueries, Settings

from pages.evenements.filtres import ChoixAgenda, Selection, choix_de
from pages.evenements.liste import Liste
from reseau.models import AncienneAdresse
from tests.fabriques.evenements import MIDI, EvenementFactory
from tests.fabriques.reseau import RessourceFactory


@pytest.mark.parametrize(
    "requete",
    [
        {"region": "99"},
        {"region": "05 OR 1=1"},
        {"genre": "fete"},
        {"edition": "9999999999"},
        {"edition": "20 26"},
        {"edition": "²⁰²⁶"},
        {"gratuit": "peut-être", "accessible": "1"},
        {"commune": "  \0 ", "ressource": "\0"},
    ],
)
def test_ce_qui_ne_veut_rien_dire_n_est_rien(requete: dict[str, str]) -> None:
    assert choix_de(requete) == ChoixAgenda()


def test_un_texte_enorme_est_coupe() -> None:
    choix = choix_de({"commune": "a" * 50_000, "ressource": "b" * 50_000})
    assert (len(choix.commune), len(choix.ressource)) == (80, 160)


def test_la_requete_revient_telle_quelle() -> None:
    requete = {"edition": "2026", "region": "05", "genre": "atelier", "ressource": "l-envol", "commune": "Saint-Élie"}
    choix = choix_de({**requete, "gratuit": "oui", "accessible": "oui", "page": "3"})
    assert choix.requete == (
        "edition=2026&region=05&genre=atelier&ressource=l-envol&commune=Saint-%C3%89lie&gratuit=oui&accessible=oui"
    )
    assert choix.sur(region="", commune="").requete.count("=") == 5


@pytest.fixture
def trois(settings: Settings) -> None:
    """Make three events to come: two of L’Envol, one of Le Phare."""
    settings.AUJOURDHUI = "2026-10-01"
    envol = RessourceFactory.create(nom="L’Envol", region="05")
    phare = RessourceFactory.create(nom="Le Phare", region="13")
    EvenementFactory.create(ressource=envol, genre="atelier", gratuit="oui", municipalite="Saint-Élie")
    EvenementFactory.create(ressource=envol, genre="marche", fauteuil="oui")
    EvenementFactory.create(ressource=phare, genre="atelier", region="13", municipalite="Laval", gratuit="non")
    EvenementFactory.create(ressource=phare, live=False)
    EvenementFactory.create(ressource=phare, debut=MIDI.replace(year=2025))


@pytest.mark.django_db
@pytest.mark.usefixtures("trois")
@pytest.mark.parametrize(
    ("requete", "nombre"),
    [
        ({}, 3),
        ({"edition": "2025"}, 1),
        ({"edition": "2013"}, 0),
        ({"region": "05"}, 2),
        ({"genre": "atelier"}, 2),
        ({"genre": "atelier", "region": "13"}, 1),
        ({"ressource": "l-envol"}, 2),
        ({"ressource": "personne"}, 0),
        ({"commune": "saint elie"}, 1),
        ({"commune": "%"}, 3),
        ({"gratuit": "oui"}, 1),
        ({"accessible": "oui"}, 1),
        ({"ressource": "l-envol", "commune": "granby", "genre": "marche", "region": "05", "accessible": "oui"}, 1),
    ],
)
def test_le_total_dit_ce_que_la_liste_contient(requete: dict[str, str], nombre: int) -> None:
    selection = Selection(choix_de(requete))
    assert selection.total == len(selection.evenements) == nombre


@pytest.mark.django_db
@pytest.mark.usefixtures("trois")
def test_les_comptes_gardent_les_autres_choix(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        selection = Selection(ChoixAgenda(genre="atelier", region="05"))
        assert selection.comptes("region") == {"05": 1, "13": 1}
        assert selection.comptes("genre") == {"atelier": 1, "marche": 1}
        assert selection.comptes("ressource") == {"l-envol": 1}
        assert selection.total == 1


@pytest.mark.django_db
@pytest.mark.usefixtures("trois")
def test_l_adresse_d_avant_une_fusion_filtre_encore() -> None:
    envol = RessourceFactory._meta.model.objects.get(slug="l-envol")
    AncienneAdresse.objects.create(slug="l-envolee", ressource=envol)
    selection = Selection(ChoixAgenda(ressource="l-envolee"))
    assert selection.total == len(selection.evenements) == 2
    liste = Liste(ChoixAgenda(ressource="l-envolee"), "1")
    assert [retrait.texte for retrait in liste.retraits] == ["L’Envol"]
