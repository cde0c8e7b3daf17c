"""The differences between two texts: found, few, given back."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from temoignages.ecarts import comparer, retablir

RECU = "Appelle Gaétane Vermillon au 418 555-0187, elle est fine"
PROPOSE = "Appelle une amie au […], elle est fine"


def test_chaque_remplacement_est_un_ecart() -> None:
    vus = [(RECU[e.debut_recu : e.fin_recu], PROPOSE[e.debut : e.fin]) for e in comparer(RECU, PROPOSE)]
    assert vus == [("Gaétane Vermillon", "une amie"), ("418 555-0187", "[…]")]


def test_un_seul_ecart_se_retablit_sans_toucher_l_autre() -> None:
    nom, numero = comparer(RECU, PROPOSE)
    assert retablir(RECU, PROPOSE, [nom]) == "Appelle Gaétane Vermillon au […], elle est fine"
    assert retablir(RECU, PROPOSE, [numero]) == "Appelle une amie au 418 555-0187, elle est fine"


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
