import pytest
from wagtail.blocks.struct_block import StructBlockValidationError

from pages.blocs import ChiffreSourceBlock, CorpsCommuniqueStreamBlock
from tests.fabriques.presse import chiffre


def test_un_chiffre_est_ecrit_en_francais_avec_sa_source() -> None:
    genre, valeur = chiffre(valeur="12500,5", unite="%", date="2026-10-01", adresse="https://exemple.org/registre")
    flux = CorpsCommuniqueStreamBlock().to_python([{"type": genre, "value": valeur}])
    html = str(flux.stream_block.render(flux))
    assert "12\u00a0500,5\u00a0%" in html
    assert '<a href="https://exemple.org/registre">Registre</a>, 1er\u00a0octobre 2026' in html


@pytest.mark.parametrize("valeur", ["20,000", "1.5", "plein"])
def test_un_chiffre_qui_se_lit_de_deux_facons_est_refuse(valeur: str) -> None:
    bloc = ChiffreSourceBlock()
    with pytest.raises(StructBlockValidationError):
        bloc.clean(bloc.to_python(chiffre(valeur=valeur)[1]))


def test_une_virgule_decimale_est_acceptee() -> None:
    bloc = ChiffreSourceBlock()
    assert bloc.clean(bloc.to_python(chiffre(valeur="12,5")[1])).ecrit == "12,5"
