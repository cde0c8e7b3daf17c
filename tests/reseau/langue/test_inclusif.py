"""One text, three spellings, and a voice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reseau.langue.inclusif import Ecriture, decouper, normaliser_points, prononcer, rendre


@pytest.mark.parametrize(
    ("point", "doublet", "parentheses"),
    [
        ("un·e membre", "un ou une membre", "un(e) membre"),
        ("Un·e membre", "Un ou une membre", "Un(e) membre"),
        ("UN·E", "UN ou UNE", "UN(E)"),
        ("les citoyen·nes", "les citoyens et citoyennes", "les citoyen(ne)s"),
        ("étudiant·es", "étudiants et étudiantes", "étudiant(e)s"),
        ("allié·e", "allié ou alliée", "allié(e)"),
        ("acteur·ices", "acteurs et actrices", "acteur(ice)s"),
        ("acteur·trice", "acteur ou actrice", "acteur(trice)"),
        ("travailleur·ses", "travailleurs et travailleuses", "travailleur(se)s"),
        ("auteur·e", "auteur ou auteure", "auteur(e)"),
        ("premier·ère", "premier ou première", "premier(ère)"),
        ("fier·es", "fiers et fières", "fier(e)s"),
        ("heureux·ses", "heureux et heureuses", "heureux(se)s"),
        ("actif·ve", "actif ou active", "actif(ve)"),
        ("nouveau·elles", "nouveaux et nouvelles", "nouveau(elle)s"),
        ("tou·tes", "tous et toutes", "tou(te)s"),
        ("ceux·celles", "ceux et celles", "ceux(celle)s"),
        ("il·elle", "il ou elle", "il(elle)"),
        ("une personne", "une personne", "une personne"),
    ],
)
def test_les_trois_ecritures(point: str, doublet: str, parentheses: str) -> None:
    assert rendre(point) == point
    assert rendre(point, Ecriture.DOUBLETS) == prononcer(point) == doublet
    assert rendre(point, Ecriture.PARENTHESES) == parentheses


@pytest.mark.parametrize("signe", ["\u00b7", "\u2027", "\u2022", "\u22c5"])
def test_tout_point_median_devient_u00b7(signe: str) -> None:
    assert normaliser_points(f"un{signe}e membre") == "un\u00b7e membre"


@pytest.mark.parametrize("texte", ["• un point de liste", "3•4", "a • b", "un.e", "·", ""])
def test_ce_qui_n_est_pas_entre_deux_lettres_reste(texte: str) -> None:
    assert normaliser_points(texte) == texte
    assert prononcer(texte) == texte


def test_deux_points_deviennent_un_seul() -> None:
    assert normaliser_points("étudiant·e·s") == "étudiant·es"


def test_decouper_separe_ce_qui_se_dit_autrement() -> None:
    assert list(decouper("Un·e membre")) == [("Un·e", "Un ou une"), (" membre", "")]
    assert list(decouper("")) == []


@given(st.text(alphabet="aeunrs·‧•. <&'\n") | st.text())
def test_decouper_ne_perd_aucun_signe(texte: str) -> None:
    assert "".join(ecrit for ecrit, _dit in decouper(texte)) == normaliser_points(texte)
    assert normaliser_points(normaliser_points(texte)) == normaliser_points(texte)
