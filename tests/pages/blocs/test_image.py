import pytest

from pages.blocs import ImageBlock
from tests.fabriques.pages import une_image

from .rendu import rendre

pytestmark = pytest.mark.django_db


def test_une_image_porte_ses_mots() -> None:
    html = rendre(("image", {"image": une_image().pk, "legende": "Une nappe : longue"}))
    assert 'alt="Une table"' in html
    assert "Une nappe\u00a0: longue" in html
    assert "Atelier" in html
    assert 'loading="lazy"' in html
    assert ".webp" in html


def test_la_page_peut_dire_autrement_ce_que_l_image_montre() -> None:
    html = rendre(("image", {"image": une_image().pk, "texte_alternatif": "Une porte", "credit": "Une voisine"}))
    assert 'alt="Une porte"' in html
    assert "Une voisine" in html
    assert "Atelier" not in html


def test_une_image_effacee_ne_casse_pas_la_page() -> None:
    assert "<img" not in rendre(("image", {"image": 999, "legende": "Reste"}))


def test_l_apercu_montre_la_derniere_image() -> None:
    assert ImageBlock().get_preview_value()["image"] is None
    image = une_image()
    assert ImageBlock().get_preview_value()["image"] == image
