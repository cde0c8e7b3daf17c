"""The drawn images."""

import io

import pytest
from PIL import Image

from site_campagne.demo.dessins import DESSINS


@pytest.mark.parametrize("cle", DESSINS)
def test_un_dessin_est_un_png_de_1600_sur_1000_toujours_le_meme(cle: str) -> None:
    octets = DESSINS[cle].dessiner()
    image = Image.open(io.BytesIO(octets))

    assert (image.format, image.size) == ("PNG", (1600, 1000))
    assert octets == DESSINS[cle].dessiner()
    assert len(octets) < 150_000


def test_chaque_dessin_a_un_texte_de_remplacement_different_et_court() -> None:
    textes = {dessin.alternative for dessin in DESSINS.values()}

    assert len(textes) == len(DESSINS)
    assert all(20 < len(texte) <= 250 and texte.endswith(".") for texte in textes)
