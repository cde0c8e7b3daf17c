import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.fabriques.pages import (
    MurPageFactory,
    des_temoignages,
    retirer_temoignage,
    un_temoignage_publie,
    une_amorce,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def mur() -> None:
    """The wall, at its address."""
    MurPageFactory.create()


def lire(client: Client, requete: str = "") -> str:
    reponse = client.get(f"/temoignages/{requete}")
    assert reponse.status_code == 200
    return reponse.content.decode()


def pieces(html: str) -> int:
    return html.count("<blockquote>")


def test_un_mur_vide_invite_a_ecrire(client: Client) -> None:
    html = lire(client)
    assert "Le mur attend ses premières phrases" in html
    assert 'href="/temoigner/"' in html


def test_le_mur_montre_24_paroles_par_page(client: Client) -> None:
    des_temoignages(30)
    assert pieces(lire(client)) == 24
    assert pieces(lire(client, "?page=2")) == 6


def test_une_parole_courte_mene_la_premiere_page_et_elle_seule(client: Client) -> None:
    des_temoignages(20, "une phrase assez longue pour ne pas mener le mur, parce qu’elle prend bien de la place, celle")
    un_temoignage_publie("du café")
    html = lire(client)
    assert html.count("piece--tg") == 1
    assert html.index("du café") < html.index("une phrase assez longue")
    des_temoignages(10, "du thé")
    assert "piece--tg" not in lire(client, "?page=2")


def test_une_parole_retiree_disparait(client: Client) -> None:
    temoignage = un_temoignage_publie("un perron où pleurer")
    assert "un perron où pleurer" in lire(client)
    retirer_temoignage(temoignage)
    html = lire(client)
    assert "un perron où pleurer" not in html
    assert temoignage.pk not in html


def test_une_phrase_choisie_filtre_et_se_voit(client: Client) -> None:
    amorce = une_amorce()
    des_temoignages(5, "filtré", amorce=amorce)
    des_temoignages(7, "autre")
    html = lire(client, f"?phrase={amorce.pk}")
    assert pieces(html) == 5
    assert 'aria-current="true"' in html
    assert "5 réponses" in html
    assert "Lire toutes les phrases" in html


def test_une_phrase_avec_moins_de_cinq_reponses_n_en_montre_aucune(client: Client) -> None:
    amorce = une_amorce()
    des_temoignages(4, "filtré", amorce=amorce)
    des_temoignages(7, "autre")
    html = lire(client, f"?phrase={amorce.pk}")
    assert pieces(html) == 0
    assert "Cette phrase attend encore des réponses" in html
    assert "moins de 5" in html
    assert "4 réponses" not in html
    assert pieces(lire(client)) == 11


def test_une_phrase_retiree_du_formulaire_reste_tant_qu_elle_a_cinq_reponses(client: Client) -> None:
    pleine, rare = une_amorce("Ici, je prends…", active=False), une_amorce("Ici, je laisse…", active=False)
    des_temoignages(5, amorce=pleine)
    des_temoignages(4, amorce=rare)
    html = lire(client)
    assert f"?phrase={pleine.pk}" in html
    assert f"?phrase={rare.pk}" not in html
    assert pieces(lire(client, f"?phrase={rare.pk}")) == 9


@pytest.mark.parametrize(
    "requete",
    [
        "?phrase=", "?phrase=abc", "?phrase=-1", "?phrase=99999999999999999999999", "?phrase=%00", "?phrase=1&phrase=2",
        "?page=", "?page=abc", "?page=0", "?page=-4", "?page=1e9", "?page=99999999999999999999", "?page=%F0%9F%92%A9",
        "?page[]=2", "?a=b",
    ],
)  # fmt: skip
def test_une_requete_fautive_montre_le_mur(client: Client, requete: str) -> None:
    des_temoignages(6)
    assert pieces(lire(client, requete)) == 6


def test_la_pagination_garde_la_phrase(client: Client) -> None:
    amorce = une_amorce()
    des_temoignages(30, amorce=amorce)
    assert f'href="?phrase={amorce.pk}&amp;page=2"' in lire(client, f"?phrase={amorce.pk}")


def test_le_mur_tient_en_douze_requetes_avec_60_ou_6000_paroles(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    amorces = [une_amorce(f"Phrase {rang}") for rang in range(4)]
    comptes = []
    for nombre in (15, 1485):
        for amorce in amorces:
            des_temoignages(nombre, amorce=amorce)
        cache.clear()
        with django_assert_max_num_queries(12) as requetes:
            lire(client)
        comptes.append(len(requetes))
    assert comptes[0] == comptes[1]
