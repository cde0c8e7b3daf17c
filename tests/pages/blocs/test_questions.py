import pytest
from wagtail.blocks.struct_block import StructBlockValidationError

from pages.blocs import QuestionsBlock

from .rendu import rendre

VALEUR = {"titre": "À la porte", "questions": [{"question": "C'est payant?", "reponse": "<p>Non.</p>"}] * 2}


def test_chaque_question_s_ouvre_sans_script() -> None:
    html = rendre(("questions", VALEUR))
    assert html.count("<details>") == 2
    assert "<summary>C’est payant?</summary>" in html
    assert "<p>Non.</p>" in html


def test_une_liste_sans_question_est_refusee() -> None:
    bloc = QuestionsBlock()
    with pytest.raises(StructBlockValidationError):
        bloc.clean(bloc.to_python({"titre": "À la porte", "questions": []}))
