import pytest
from hypothesis import given
from hypothesis import strategies as st

from reseau.langue.fautes import distance, ecart_permis, proches

MOTS = st.text("abcd", max_size=8)


@pytest.mark.parametrize(
    ("a", "b", "ecart"),
    [("entriade", "entraide", 1), ("logemant", "logement", 1), ("loi", "loi", 0), ("chat", "chien", 3), ("", "ab", 2)],
)
def test_l_ecart_compte_les_lettres_ajoutees_oubliees_changees_ou_inversees(a: str, b: str, ecart: int) -> None:
    assert distance(a, b, 5) == ecart


@given(MOTS, MOTS)
def test_l_ecart_est_le_meme_dans_les_deux_sens(a: str, b: str) -> None:
    assert distance(a, b, 9) == distance(b, a, 9)
    assert (distance(a, b, 9) == 0) == (a == b)


@given(MOTS, MOTS, st.integers(0, 3))
def test_la_limite_ne_change_que_ce_qui_la_depasse(a: str, b: str, limite: int) -> None:
    assert distance(a, b, limite) == min(distance(a, b, 9), limite + 1)


def test_un_mot_court_ou_un_nombre_n_est_pas_corrige() -> None:
    assert ecart_permis("loi") == ecart_permis("20000") == 0
    assert proches("loi", [("lois", "lois", 9)]) == []


def test_le_plus_proche_puis_le_plus_dit() -> None:
    connus = [("entraîne", "entraine", 50), ("entraide", "entraide", 2), ("entracte", "entracte", 9)]
    assert proches("entriade", connus) == ["entraide"]
    assert proches("chaize", [("chaise", "chaise", 2), ("chaîne", "chaine", 9)]) == ["chaîne", "chaise"]
    assert proches("table", [("sable", "sable", 2), ("fable", "fable", 9)]) == ["fable", "sable"]
