import pytest
from wagtail.blocks.struct_block import StructBlockValidationError

from pages.blocs import EncadreBlock

from .rendu import rendre


def test_un_encadre_prend_la_couleur_choisie() -> None:
    html = rendre(("encadre", {"titre": "Bon à savoir", "texte": "<p>C'est ouvert.</p>", "ton": "gaude"}))
    assert "champ--gaude" in html
    assert "<p>C’est ouvert.</p>" in html


def test_une_couleur_inconnue_est_refusee() -> None:
    bloc = EncadreBlock()
    with pytest.raises(StructBlockValidationError):
        bloc.clean(bloc.to_python({"titre": "a", "texte": "<p>b</p>", "ton": "mauve"}))
