import pytest
from hypothesis import given
from hypothesis import strategies as st

from reseau.langue.developper import developper


@pytest.mark.parametrize(
    "saisi",
    [
        "les citoyen·nes",
        "les citoyen·ne·s",
        "les citoyen‧nes",
        "les citoyen•ne•s",
        "les citoyen.ne.s",
        "les citoyen.nes",
        "les citoyen(ne)s",
        "les citoyen/ne/s",
        "les citoyen-ne-s",
        "les citoyen-nes",
    ],
)
def test_chaque_graphie_donne_les_deux_formes(saisi: str) -> None:
    assert developper(saisi) == "les citoyens et citoyennes"


@pytest.mark.parametrize(
    ("saisi", "developpe"),
    [
        ("usager·ère·s", "usagers et usagères"),
        ("usager(ère)", "usager ou usagère"),
        ("tous·tes", "tous et toutes"),
        ("Tou·te·s", "Tous et toutes"),
        ("toustes", "tous toutes"),
        ("celleux", "celles ceux"),
        ("étudiant-e", "étudiant ou étudiante"),
        ("intervenant.e.s", "intervenants et intervenantes"),
        ("acteur·rices", "acteurs et actrices"),
    ],
)
def test_les_alternances_sont_connues(saisi: str, developpe: str) -> None:
    assert developper(saisi) == developpe


@pytest.mark.parametrize(
    "saisi", ["parle-t-elle", "dis-les", "site.ca", "un lac (le petit)", "St.", "a.e.", "vis-à-vis", "et/ou", "10.5"]
)
def test_ce_qui_n_est_pas_inclusif_ne_change_pas(saisi: str) -> None:
    assert developper(saisi) == saisi


@given(st.text(max_size=200))
def test_aucun_texte_ne_le_fait_tomber(texte: str) -> None:
    assert isinstance(developper(texte), str)
