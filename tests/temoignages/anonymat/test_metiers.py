"""Trades count when somebody has them; those who care, judge and teach are met by everyone."""

import pytest

from temoignages.anonymat import detecter
from temoignages.anonymat.metiers import est_un_metier


def metiers(texte: str) -> list[str]:
    """Return the trades found in a text."""
    return [texte[c.debut : c.fin] for c in detecter(texte) if c.type == "OCCUPATION"]


@pytest.mark.parametrize(
    ("texte", "metier"),
    [
        ("Je suis infirmière.", "infirmière"),
        ("J’ai été cordonnier toute ma vie.", "cordonnier"),
        ("Ma mère, couturière, cousait la nuit.", "couturière"),
        ("Mon père était maréchal-ferrant.", "maréchal-ferrant"),
        ("Un thanatologue dans un groupe de deuil!", "thanatologue"),
        ("J’étudie pour devenir travailleuse sociale.", "travailleuse sociale"),
        ("J’étais directeur d’usine.", "directeur d’usine"),
        ("La directrice générale de la municipalité signait.", "directrice générale de la municipalité"),
        ("Il est notaire à la retraite.", "notaire à la retraite"),
        ("J’ai travaillé comme relieuse.", "relieuse"),
        ("J’enseigne le français au secondaire.", "enseigne le français au secondaire"),
    ],
)
def test_un_metier_attribue_est_trouve(texte: str, metier: str) -> None:
    assert metiers(texte) == [metier]


@pytest.mark.parametrize(
    "texte",
    [
        "Mon infirmière et mon psychiatre riaient. Le juge aussi.",
        "J’ai vu la pharmacienne, le médecin de famille, une intervenante de nuit.",
        "Je suis rêveuse. Je suis une fumeuse, une citoyenne, la première.",
        "J’ai eu le bonheur, la douleur, la lumière et la manière.",
        "Boucher est venu. J’ai vu Charpentier au tribunal.",
    ],
)
def test_un_role_que_tout_le_monde_cotoie_passe(texte: str) -> None:
    assert metiers(texte) == []


@pytest.mark.parametrize(
    ("mot", "attendu"), [("soudeuses", True), ("cordonniere", True), ("fevrier", False), ("leur", False)]
)
def test_un_metier_se_reconnait_a_sa_forme(mot: str, attendu: bool) -> None:
    assert est_un_metier(mot) is attendu
