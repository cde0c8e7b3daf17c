"""What a card shows of a longer text, and how long it takes to read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from temoignages.recit import LONGUEUR_DEBUT, LONGUEUR_ENTIERE, debut_de, minutes_de_lecture

PHRASE = "On m’a gardé une place près du poêle, et personne n’a rien demandé. "


@pytest.mark.parametrize("texte", ["", "une chaise", PHRASE * 3, "x" * LONGUEUR_ENTIERE])
def test_un_texte_court_se_montre_entier(texte: str) -> None:
    assert debut_de(texte) == texte


@pytest.mark.parametrize("fin", [". ", "! ", "… ", ". » ", ".\n\n", "?!\n"])
def test_un_recit_se_coupe_a_la_fin_d_une_phrase(fin: str) -> None:
    texte = ("les mots d’une phrase qui prend son temps avant de finir, comme on fait à table" + fin) * 8
    debut = debut_de(texte)
    assert texte.startswith(debut)
    assert debut[-1] in ".!…»?"
    assert 80 <= len(debut) <= LONGUEUR_DEBUT


@pytest.mark.parametrize("texte", ["des mots sans point " * 60, "Non. " + "des mots sans point " * 60])
def test_sans_phrase_qui_finit_la_coupe_est_entre_deux_mots_et_se_voit(texte: str) -> None:
    debut = debut_de(texte)
    assert debut.endswith(" […]")
    assert texte.startswith(debut.removesuffix(" […]"))


def test_un_nombre_decimal_n_est_pas_une_fin() -> None:
    texte = "ça m’a pris 3.5 ans et demi pour le dire à quelqu’un sans baisser les yeux " * 8
    assert debut_de(texte).endswith(" […]")


@given(st.text(max_size=1500))
def test_le_debut_est_toujours_le_debut_et_jamais_plus_long(texte: str) -> None:
    debut = debut_de(texte)
    assert texte.startswith(debut.removesuffix(" […]"))
    assert debut == texte or len(debut) <= LONGUEUR_DEBUT + len(" […]")


@pytest.mark.parametrize(("mots", "minutes"), [(1, 1), (200, 1), (201, 2), (1700, 9)])
def test_la_lecture_compte_deux_cents_mots_a_la_minute(mots: int, minutes: int) -> None:
    assert minutes_de_lecture("mot " * mots) == minutes
