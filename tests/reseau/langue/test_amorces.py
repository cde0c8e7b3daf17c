"""An opener and its completion make one French sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reseau.langue.amorces import joindre


@pytest.mark.parametrize(
    ("amorce", "completion", "phrase"),
    [
        ("Ici, ce que je reçois, c’est…", "une chaise", "Ici, ce que je reçois, c’est une chaise"),
        ("Ici, ce que je reçois, c'est ...", "Une chaise.", "Ici, ce que je reçois, c’est Une chaise."),
        ("J’ai besoin de", "amour", "J’ai besoin d’amour"),
        ("J’ai besoin de", "Amour", "J’ai besoin d’Amour"),
        ("J’ai besoin de", "haine", "J’ai besoin de haine"),
        ("J’ai besoin de", "« air »", "J’ai besoin d’« air »"),
        ("J’ai besoin de ____", "un ami", "J’ai besoin d’un ami"),
        ("J’ai besoin d’", "calme", "J’ai besoin de calme"),
        ("J’ai besoin d'", "air", "J’ai besoin d’air"),
        ("J’ai besoin de", "le silence", "J’ai besoin du silence"),
        ("J’ai besoin de", "les autres", "J’ai besoin des autres"),
        ("J’ai besoin de", "le dire", "J’ai besoin de le dire"),
        ("J’ai besoin de", "le plaisir de rire", "J’ai besoin du plaisir de rire"),
        ("J’ai besoin de", "les aider", "J’ai besoin de les aider"),
        ("J’ai besoin de", "la mer", "J’ai besoin de la mer"),
        ("J’ai besoin de", "l'air", "J’ai besoin de l'air"),
        ("J’ai besoin de", "des amis", "J’ai besoin d’amis"),
        ("J’ai besoin de", "du temps", "J’ai besoin de temps"),
        ("J’ai besoin de", "de l'aide", "J’ai besoin d’aide"),
        ("J’ai besoin de", "d'air", "J’ai besoin d’air"),
        ("J’ai besoin de", "besoin de calme", "J’ai besoin de calme"),
        ("J’ai besoin de", "j'ai besoin de calme", "j'ai besoin de calme"),
        ("C’est", "c'est une chaise", "c'est une chaise"),
        ("Je tiens à", "le matin", "Je tiens au matin"),
        ("Je tiens à", "les miens", "Je tiens aux miens"),
        ("Je tiens à", "le dire", "Je tiens à le dire"),
        ("Ici, je", "ai un ami", "Ici, j’ai un ami"),
        ("Ici, je", "j'ai un ami", "Ici, j'ai un ami"),
        ("Je rêve que", "elle revienne", "Je rêve qu’elle revienne"),
        ("L’entraide, ce", "est nous", "L’entraide, c’est nous"),
        ("S’il vous plaît, si", "ils viennent", "S’il vous plaît, s’ils viennent"),
        ("De", "le pain", "Du pain"),
        ("De", "amour", "D’amour"),
        ("Mes mots :", "soupe", "Mes mots : soupe"),
        ("Je suis", ", enfin, chez nous", "Je suis, enfin, chez nous"),
        ("J’apporte…", "…mes mains", "J’apporte mes mains"),
        ("J’ai besoin de", "8 amis", "J’ai besoin de 8 amis"),
        ("J’ai besoin de", "🙂", "J’ai besoin de 🙂"),
        ("", "une chaise", "une chaise"),
        ("J’ai besoin de…", "  ", "J’ai besoin de"),
    ],
)
def test_joindre(amorce: str, completion: str, phrase: str) -> None:
    assert joindre(amorce, completion) == phrase


@given(st.text(), st.text())
def test_joindre_garde_la_fin_de_ce_que_la_personne_a_ecrit(amorce: str, completion: str) -> None:
    dernier = completion.split()[-1:]
    assert all(joindre(amorce, completion).endswith(mot[-1]) for mot in dernier if mot.strip("._…"))


def test_joindre_reste_rapide_sur_un_long_texte() -> None:
    long = "de . " * 20_000
    assert joindre(long, long)
