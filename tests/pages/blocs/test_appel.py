from typing import Any

import pytest
from wagtail.blocks.struct_block import StructBlockValidationError

from pages.blocs import AppelBlock
from tests.fabriques.pages import ContenuPageFactory

from .rendu import rendre

pytestmark = pytest.mark.django_db
APPEL: dict[str, Any] = {"titre": "Écrire", "texte": "", "bouton": "Compléter", "page": None, "adresse": ""}


def nettoyer(**champs: Any) -> Any:
    bloc = AppelBlock()
    return bloc.clean(bloc.to_python({**APPEL, **champs}))


def test_le_bouton_mene_a_une_adresse() -> None:
    html = rendre(("appel", {**APPEL, "adresse": "/temoigner/"}))
    assert '<a class="bouton" href="/temoigner/">Compléter</a>' in html


def test_le_bouton_mene_a_une_page() -> None:
    page = ContenuPageFactory.create(slug="participer")
    assert 'href="/participer/"' in rendre(("appel", {**APPEL, "page": page.pk}))


def test_le_bouton_d_une_page_depubliee_disparait() -> None:
    page = ContenuPageFactory.create(live=False)
    html = rendre(("appel", {**APPEL, "page": page.pk}))
    assert "Écrire" in html
    assert "<a " not in html


def test_une_page_ou_une_adresse_est_acceptee() -> None:
    assert nettoyer(adresse="https://exemple.org").url == "https://exemple.org"
    assert nettoyer(page=ContenuPageFactory.create(slug="ici").pk).url == "/ici/"


@pytest.mark.parametrize("adresse", ["", "javascript:alert(1)", "//exemple.org", "temoigner"])
def test_une_adresse_absente_ou_louche_est_refusee(adresse: str) -> None:
    with pytest.raises(StructBlockValidationError) as refus:
        nettoyer(adresse=adresse)
    assert "adresse" in refus.value.block_errors


def test_une_page_et_une_adresse_ensemble_sont_refusees() -> None:
    with pytest.raises(StructBlockValidationError) as refus:
        nettoyer(adresse="/temoigner/", page=ContenuPageFactory.create().pk)
    assert "pas les deux" in refus.value.block_errors["adresse"].message
