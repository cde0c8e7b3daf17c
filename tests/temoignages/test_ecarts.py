"""The differences between two texts: found, few, given back."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from temoignages.ecarts import comparer, retablir, situer

RECU = "Appelle Gaétane Vermillon au 418 555-0187, elle est fine"
PROPOSE = "Appelle une amie au […], elle est fine"


def test_chaque_remplacement_est_un_ecart() -> None:
    vus = [(RECU[e.debut_recu : e.fin_recu], PROPOSE[e.debut : e.fin]) for e in comparer(RECU, PROPOSE)]
    assert vus == [("Gaétane Vermillon", "une amie"), ("418 555-0187", "[…]")]


def test_un_seul_ecart_se_retablit_sans_toucher_l_autre() -> None:
    nom, numero = comparer(RECU, PROPOSE)
    assert retablir(RECU, PROPOSE, [nom]) == "Appelle Gaétane Vermillon au […], elle est fine"
    assert retablir(RECU, PROPOSE, [numero]) == "Appelle une amie au 418 555-0187, elle est fine"


@pytest.mark.parametrize(
    ("passage", "recu"),
    [
        ("Appelle", "Appelle"),
        ("une amie", "Gaétane Vermillon"),
        ("amie", "Gaétane Vermillon"),
        ("amie au", "Gaétane Vermillon au"),
        ("au […], elle", "au 418 555-0187, elle"),
        ("fine", "fine"),
    ],
)
def test_un_passage_propose_a_sa_place_dans_le_texte_recu(passage: str, recu: str) -> None:
    debut = PROPOSE.index(passage)
    debut_recu, fin_recu = situer(comparer(RECU, PROPOSE), debut, debut + len(passage))
    assert RECU[debut_recu:fin_recu] == recu


@given(st.text("ab c,.é’\n", max_size=60), st.text("ab c,.é’\n", max_size=60), st.data())
def test_une_place_reste_dans_le_texte_recu(recu: str, propose: str, tire: st.DataObject) -> None:
    debut = tire.draw(st.integers(0, len(propose)))
    fin = tire.draw(st.integers(debut, len(propose)))
    debut_recu, fin_recu = situer(comparer(recu, propose), debut, fin)
    assert 0 <= debut_recu <= fin_recu <= len(recu)


@pytest.mark.parametrize("texte", ["", "a", RECU])
def test_deux_textes_pareils_n_ont_pas_d_ecart(texte: str) -> None:
    assert comparer(texte, texte) == []


@given(st.text("ab c,.é’\n", max_size=60), st.text("ab c,.é’\n", max_size=60))
def test_tout_retablir_rend_le_texte_recu(recu: str, propose: str) -> None:
    assert retablir(recu, propose, comparer(recu, propose)) == recu


@pytest.mark.parametrize("mot", ["Gaétane, puis ", "a ", "mot, mot "])
def test_un_texte_qui_se_repete_ne_fait_pas_attendre(mot: str) -> None:
    recu = (mot * 10_000)[:10_000]
    depart = time.monotonic()
    comparer(recu, recu.replace("Gaétane", "une amie").replace("a ", "b "))
    assert time.monotonic() - depart < 3
