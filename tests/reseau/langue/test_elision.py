"""What elides and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reseau.langue.elision import lier, s_elide

ELIDENT = """
    amour élan île œuvre hôpital histoire humour harmonie haleine habitude héroïne heure herbe homme hier hiver
    hallucination haltère huître yeux y un une été Estrie
"""
N_ELIDENT_PAS = """
    haine honte haut héros huit hasard halte haricots handicap hache hurler hockey onze oui ouistiti yoga yogourt
    silence 8 1 🙂 ! …
"""


@pytest.mark.parametrize("mot", ELIDENT.split())
def test_s_elide_devant_voyelle_ou_h_muet(mot: str) -> None:
    assert s_elide(mot)


@pytest.mark.parametrize("mot", N_ELIDENT_PAS.split())
def test_ne_s_elide_pas_devant_consonne_h_aspire_ou_signe(mot: str) -> None:
    assert not s_elide(mot)


def test_s_elide_a_travers_un_guillemet() -> None:
    assert s_elide("« air »")


@pytest.mark.parametrize(("mot", "attendu"), [("de l’", "de l’Estrie"), ("en", "en Estrie")])
def test_lier_colle_apres_une_apostrophe(mot: str, attendu: str) -> None:
    assert lier(mot, "Estrie") == attendu


@given(st.text())
def test_s_elide_repond_a_tout(texte: str) -> None:
    assert s_elide(texte) in {True, False}
