"""The scorer of the bench, against cases computed by hand."""

import math

import pytest

from tests.bancs.annotation import annoter
from tests.bancs.score import Passage, Score, Taux, fusionner_voisins, manques, noter

JO = "Merci à ⟦PERSON:Jo Bolduc-Roy⟧."


@pytest.mark.parametrize(
    ("passages", "est_pris"),
    [
        ([(8, 21)], True),
        ([(0, 22)], True),
        ([(8, 20)], True),  # 11 of 12 letters: 91.7 %
        ([(8, 19)], False),  # 10 of 12: 83.3 %
        ([(8, 10), (11, 21)], True),  # the space between does not count
        ([(8, 14), (12, 21)], True),
        ([(9, 20)], False),
        ([], False),
    ],
)
def test_un_passage_est_pris_quand_neuf_dixiemes_de_ses_lettres_sont_couverts(
    passages: list[Passage], est_pris: bool
) -> None:
    jo = annoter(JO)
    assert (manques(jo, passages) == []) is est_pris
    assert noter([(jo, passages)]).rappel("direct").compte == est_pris


def test_exactement_neuf_dixiemes_suffisent() -> None:
    dix = annoter("⟦PERSON:abcdefghij⟧")
    assert manques(dix, [(0, 9)]) == []
    assert manques(dix, [(0, 8)]) != []


def test_le_rappel_se_compte_par_niveau_et_par_type() -> None:
    texte = annoter("⟦PERSON:Luc⟧ et ⟦PERSON:Léa⟧, ⟦AGE:30 ans⟧, à ⟦PLACE:Amqui⟧.")
    score = noter([(texte, [(0, 3), (12, 18)])])
    assert score.par_type == {
        ("direct", "PERSON"): Taux(1, 2),
        ("quasi", "AGE"): Taux(1, 1),
        ("quasi", "PLACE"): Taux(0, 1),
    }
    assert (score.rappel("direct"), score.rappel("quasi")) == (Taux(1, 2), Taux(1, 2))


def test_un_texte_fuit_des_qu_un_seul_passage_direct_echappe() -> None:
    deux = annoter("⟦PERSON:Luc⟧ et ⟦PERSON:Léa⟧.")
    un = annoter("⟦PERSON:Luc⟧ a ⟦AGE:30 ans⟧.")
    quasi = annoter("⟦AGE:30 ans⟧.")
    neutre = annoter("Rien.")
    score = noter([(deux, [(0, 3)]), (un, [(0, 3)]), (quasi, []), (neutre, [])])
    assert score.fuites == Taux(1, 2)
    assert score.documents == 4


def test_les_fausses_alertes_se_comptent_dans_les_textes_neutres_voisines_reunies() -> None:
    neutre, marque = annoter("abc def ghi."), annoter("⟦PERSON:Luc⟧ a dit non.")
    score = noter([(neutre, [(0, 3), (4, 7), (8, 11)]), (neutre, []), (neutre, [(0, 3), (8, 11)]), (marque, [(4, 5)])])
    assert score.faux == Taux(3, 3)
    assert score.faux.valeur == 1


def test_la_precision_compte_les_caracteres_lisibles_une_seule_fois() -> None:
    marque, neutre = annoter("⟦PERSON:Luc B⟧ rit."), annoter("ab cd")
    assert noter([(marque, [(0, 5), (3, 9)]), (neutre, [(0, 2)])]).precision == Taux(4, 9)


def test_rien_a_mesurer_ne_donne_pas_de_valeur() -> None:
    assert all(math.isnan(x) for x in (Taux().valeur, *Taux().intervalle, Score().rappel("direct").valeur))


@pytest.mark.parametrize(
    ("compte", "total", "intervalle"),
    [
        (8, 10, (0.4902, 0.9433)),
        (0, 10, (0.0, 0.2775)),
        (10, 10, (0.7225, 1.0)),
        (50, 100, (0.4038, 0.5962)),
        (1, 1, (0.2065, 1.0)),
    ],
)
def test_l_intervalle_est_celui_de_wilson(compte: int, total: int, intervalle: tuple[float, float]) -> None:
    assert Taux(compte, total).intervalle == pytest.approx(intervalle, abs=1e-4)


@pytest.mark.parametrize(
    ("passages", "reunis"),
    [
        ([(4, 7), (0, 3)], [(0, 7)]),
        ([(0, 5), (1, 2), (5, 7)], [(0, 7)]),
        ([(0, 3), (8, 11)], [(0, 3), (8, 11)]),
        ([], []),
    ],
)
def test_les_passages_que_seul_un_blanc_separe_n_en_font_qu_un(passages: list[Passage], reunis: list[Passage]) -> None:
    assert fusionner_voisins(passages, "abc def ghi") == reunis


@pytest.mark.parametrize("passage", [(0, 99), (-1, 2), (3, 3), (4, 2)])
def test_un_passage_hors_du_texte_est_refuse_sans_montrer_le_texte(passage: Passage) -> None:
    with pytest.raises(ValueError, match="hors du texte") as erreur:
        noter([(annoter("secret"), [passage])])
    assert "secret" not in str(erreur.value)
    assert "secret" not in repr(annoter("secret"))
