"""The page of the capsules and that of a series: what they list, in which order, at which cost."""

import datetime
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pages.models import CapsulePage, CapsulesPage, SerieCapsulesPage
from tests.fabriques.capsules import (
    CapsulePageFactory,
    SerieCapsulesPageFactory,
    ailleurs,
    faire_paraitre,
    les_capsules,
    une_video,
)
from tests.fabriques.pages import ContenuPageFactory, accueil, enregistrer, une_image
from tests.fabriques.presse import une_autorisation
from tests.fabriques.rayons import PublicationsPageFactory

pytestmark = pytest.mark.django_db


def corps_de(client: Client, adresse: str) -> str:
    return client.get(adresse).content.decode().split("<main", 1)[1].split("</main>", 1)[0]


def une_capsule(titre: str, jour: int = 1, **champs: Any) -> Any:
    """Return a capsule first published on a day of October 2026."""
    page = CapsulePageFactory.create(title=titre, **{**ailleurs(), **champs})
    enregistrer(page, first_published_at=datetime.datetime(2026, 10, jour, 15, tzinfo=datetime.UTC))
    return page


def test_les_series_puis_les_capsules_de_la_plus_recente_a_la_plus_ancienne(client: Client) -> None:
    serie = SerieCapsulesPageFactory.create(
        title="Portes ouvertes", chapeau="Des lieux, le matin.", affiche=une_image()
    )
    SerieCapsulesPageFactory.create(title="En attente", live=False)
    une_capsule("Ancienne", 1, parent=serie)
    une_capsule("Récente", 20, parent=serie)
    une_capsule("Seule", 10)
    contenu = corps_de(client, "/capsules/")
    places = [contenu.index(f">{titre}</a></h3>") for titre in ("Portes ouvertes", "Récente", "Seule", "Ancienne")]
    assert places == sorted(places)
    assert "2 capsules" in contenu
    assert "Des lieux, le matin." in contenu
    assert "En attente" not in contenu


def test_une_serie_garde_l_ordre_de_l_equipe(client: Client) -> None:
    serie = SerieCapsulesPageFactory.create(title="Portes ouvertes")
    for titre, jour in (("Un", 20), ("Deux", 1), ("Trois", 10)):
        une_capsule(titre, jour, parent=serie)
    une_capsule("Ailleurs", 5)
    contenu = corps_de(client, serie.url)
    places = [contenu.index(f">{titre}</a></h3>") for titre in ("Un", "Deux", "Trois")]
    assert places == sorted(places)
    assert "Ailleurs" not in contenu
    assert "3 capsules" in contenu


@pytest.mark.parametrize(
    ("question", "vues"),
    [
        ("", {"De 2025", "De 2026", "Sans année"}),
        ("?edition=2026", {"De 2026"}),
        ("?edition=1999", {"De 2025", "De 2026", "Sans année"}),
        ("?edition=abc&page=-3", {"De 2025", "De 2026", "Sans année"}),
    ],
)
def test_les_capsules_d_une_edition(client: Client, question: str, vues: set[str]) -> None:
    titres = {"De 2025": 2025, "De 2026": 2026, "Sans année": None}
    for titre, edition in titres.items():
        une_capsule(titre, edition=edition)
    contenu = corps_de(client, f"/capsules/{question}")
    assert {titre for titre in titres if f">{titre}</a></h3>" in contenu} == vues
    assert '<a href="/capsules/?edition=2025"' in contenu


def test_ce_qui_n_est_pas_montre_ne_compte_nulle_part(client: Client) -> None:
    serie = SerieCapsulesPageFactory.create()
    cachee = une_capsule("Canari", parent=serie, edition=2024)
    faire_paraitre(cachee, une_autorisation(retiree_le=datetime.date(2026, 6, 1)))
    voisine = une_capsule("Voisine", parent=serie)
    for adresse in ("/capsules/", serie.url, voisine.url):
        contenu = corps_de(client, adresse)
        assert "Canari" not in contenu
        assert "2024" not in contenu
    assert "1 capsule" in corps_de(client, "/capsules/")
    assert client.get(cachee.url).status_code == 404


def test_les_listes_vides_le_disent(client: Client) -> None:
    les_capsules()
    assert "Rien pour le moment" in corps_de(client, "/capsules/")
    assert "Voir toutes les capsules" in corps_de(client, SerieCapsulesPageFactory.create().url)


def test_les_capsules_se_trouvent_par_la_page_des_publications(client: Client) -> None:
    PublicationsPageFactory.create()
    une_capsule("Une cuisine")
    contenu = corps_de(client, "/publications/")
    assert ">Capsules</a></h2>" in contenu
    assert "Une cuisine" not in contenu
    fil = client.get(CapsulePage.objects.get().url).content.decode().split('class="ariane"', 1)[1].split("</nav>", 1)[0]
    assert [mot for mot in ("Accueil", "Publications", "Capsules", "Une cuisine") if mot in fil] == [
        "Accueil",
        "Publications",
        "Capsules",
        "Une cuisine",
    ]


def test_chaque_page_a_sa_place() -> None:
    assert CapsulesPage.can_create_at(accueil())
    liste = les_capsules()
    assert not CapsulesPage.can_create_at(accueil())
    serie = SerieCapsulesPageFactory.create()
    assert SerieCapsulesPage.can_create_at(liste)
    assert not SerieCapsulesPage.can_create_at(serie)
    assert CapsulePage.can_create_at(liste)
    assert CapsulePage.can_create_at(serie)
    assert not CapsulePage.can_create_at(ContenuPageFactory.create())


def test_le_nombre_de_requetes_ne_suit_pas_le_nombre_de_capsules(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    comptes: dict[str, list[int]] = {"/capsules/": []}
    serie = SerieCapsulesPageFactory.create(affiche=une_image())
    comptes[serie.url] = []
    for nombre in (2, 8):
        for rang in range(nombre):
            une_capsule(f"Ailleurs {nombre} {rang}", parent=serie, edition=2026)
            ici = CapsulePageFactory.create(parent=serie, enregistrement=une_video(vtt=""))
            faire_paraitre(ici, une_autorisation())
            SerieCapsulesPageFactory.create(affiche=une_image())
        for adresse, releves in comptes.items():
            client.get(adresse)
            with django_assert_max_num_queries(25) as requetes:
                assert "Ailleurs" in corps_de(client, adresse)
            releves.append(len(requetes))
    assert all(deux == huit for deux, huit in comptes.values()), comptes
