"""The wall: its pages, what follows them, its stories, its queries."""

import re
from itertools import product

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from temoignages.etats import Echelon
from temoignages.models import Temoignage
from tests.fabriques.pages import (
    MurPageFactory,
    des_temoignages,
    retirer_temoignage,
    un_temoignage_publie,
    un_theme,
    une_amorce,
)

from .mur import lire, pieces

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def mur() -> None:
    """The wall, at its address."""
    MurPageFactory.create()


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


@pytest.mark.parametrize("nombre", [15, 1500])
def test_le_mur_tient_en_quatorze_requetes_avec_60_ou_6000_paroles(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, nombre: int
) -> None:
    theme = un_theme()
    amorces = [une_amorce(f"Phrase {rang}") for rang in range(4)]
    for rang, amorce in enumerate(amorces):
        des_temoignages(nombre, amorce=amorce, theme=theme, echelon=Echelon.REGION, region=f"0{rang // 2 + 1}")
    comptes = set()
    for axes in product(
        ("", f"phrase={amorces[0].pk}"),
        ("", f"theme={theme.pk}"),
        ("", "region=01"),
        ("", "edition=2026"),
        ("", "page=2"),
    ):
        cache.clear()
        with django_assert_max_num_queries(14) as requetes:
            assert pieces(lire(client, "?" + "&".join(filter(None, axes))))
        comptes.add(len(requetes))
    assert len(comptes) == 1, comptes


def test_apres_les_pages_numerotees_le_mur_continue_par_adresse_jusqu_au_bout(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.tranches.PAGES_NUMEROTEES", 2)
    des_temoignages(40, "récent")
    des_temoignages(70, "ancien", edition=2025)
    vues: list[str] = []
    adresse = "?page=2"
    while adresse:
        html = lire(client, adresse)
        vues += re.findall(r'href="/paroles/(\w+)/"', html)
        suite = re.search(r'rel="next" href="(\?apres=\w+)"', html)
        adresse = suite[1] if suite else ""
    assert vues == list(Temoignage.objects.publies().values_list("pk", flat=True))[24:]
    assert "Revenir au début" in html
    assert "noindex" in html
    assert "piece--tg" not in html


def test_la_suite_garde_les_filtres_et_part_meme_d_une_parole_retiree(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.tranches.PAGES_NUMEROTEES", 1)
    amorce = une_amorce()
    des_temoignages(60, "voulu", amorce=amorce)
    des_temoignages(9, "écarté")
    (suite,) = re.findall(rf'href="(\?phrase={amorce.pk}&amp;apres=\w+)"', lire(client, f"?phrase={amorce.pk}"))
    retirer_temoignage(Temoignage.objects.get(pk=suite.rpartition("=")[2]))
    html = lire(client, suite.replace("&amp;", "&"))
    assert pieces(html) == 24
    assert "écarté" not in html


@pytest.mark.parametrize("apres", ["", "zzzzz", "%00", "k7q2m'--", "٢"])
def test_une_suite_inconnue_montre_le_debut_du_mur(client: Client, apres: str) -> None:
    des_temoignages(6)
    assert pieces(lire(client, f"?apres={apres}")) == 6


def test_la_suite_d_une_liste_retenue_ne_montre_rien(client: Client) -> None:
    amorce = une_amorce()
    rares = des_temoignages(4, amorce=amorce)
    des_temoignages(9)
    debut = min(temoignage.pk for temoignage in rares)
    assert pieces(lire(client, f"?phrase={amorce.pk}&apres={debut}")) == 0


RECIT = "On m’a gardé une place près du poêle, et personne n’a rien demandé.\n\n" * 10


def test_un_recit_montre_son_debut_et_mene_a_sa_page(client: Client) -> None:
    temoignage = un_temoignage_publie(RECIT + "La fin du récit.")
    html = lire(client)
    assert html.count("près du poêle") < 10
    assert "La fin du récit" not in html
    assert f'<a class="piece__suite" href="{temoignage.url}">Lire la suite' in html


def test_un_recit_sous_avertissement_ne_montre_pas_un_mot(client: Client) -> None:
    temoignage = un_temoignage_publie(RECIT, avertissement="deuil")
    html = lire(client)
    assert "poêle" not in html
    assert "Ce récit parle de : deuil." in html
    assert f'<a class="piece__suite" href="{temoignage.url}">Le lire sur sa page</a>' in html
