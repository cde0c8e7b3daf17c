from typing import Any

import pytest
from wagtail.blocks.struct_block import StructBlockValidationError

from pages.aide import AutreVoie, LigneAide
from pages.blocs import LigneAideBlock

VALEUR: dict[str, Any] = {
    "nom": "1 866 APPELLE",
    "telephone": "1 866 277-3553",
    "precision": "1 866 277-3553",
    "description": "Prévention du suicide",
    "courte": True,
    "autres": [{"texte": "Texto", "url": "sms:535353"}],
}


def nettoyer(**champs: Any) -> Any:
    bloc = LigneAideBlock()
    return bloc.clean(bloc.to_python({**VALEUR, **champs}))


def test_une_ligne_saisie_devient_une_ligne_du_site() -> None:
    assert nettoyer().ligne == LigneAide(
        nom="1 866 APPELLE",
        url="tel:+18662773553",
        precision="1 866 277-3553",
        description="Prévention du suicide",
        courte=True,
        autres=(AutreVoie("Texto", "sms:535353"),),
    )


def test_un_numero_court_se_compose_tel_quel() -> None:
    assert nettoyer(telephone="811").url == "tel:811"


@pytest.mark.parametrize(
    "champs",
    [
        {"telephone": "APPELLE"},
        {"telephone": ""},
        {"nom": ""},
        {"autres": [{"texte": "Clavardage", "url": "javascript:alert(1)"}]},
    ],
)
def test_une_ligne_fautive_est_refusee(champs: dict[str, Any]) -> None:
    with pytest.raises(StructBlockValidationError):
        nettoyer(**champs)


def test_la_ligne_se_montre_en_apercu() -> None:
    bloc = LigneAideBlock()
    html = bloc.render(bloc.get_preview_value())
    assert 'href="tel:811"' in html
