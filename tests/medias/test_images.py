"""An image keeps its pixels and nothing else."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from medias.models import ImageCampagne
from medias.traitement import reencoder

ORIENTATION, GPS, APPAREIL = 0x0112, 0x8825, 0x0110
QUART_DE_TOUR = 6  # EXIF: rotate 90° clockwise to show


def photo(format_: str, **options: Any) -> BytesIO:
    """Return a 40 × 20 picture that says, in its metadata, where it was taken and by which device."""
    exif = Image.Exif()
    exif[APPAREIL] = "Telephone de Gaetane"
    exif[ORIENTATION] = QUART_DE_TOUR
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (48.0, 27.0, 9.0)
    image = Image.new("RGB", (40, 20), "#1E4A3C")
    sortie = BytesIO()
    image.save(sortie, format_, exif=exif, **options)
    return sortie


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_reencoder_ne_garde_que_les_pixels_a_l_endroit(format_: str) -> None:
    avant = photo(format_)
    assert b"Gaetane" in avant.getvalue()
    apres = reencoder(avant).read()
    assert b"Gaetane" not in apres
    with Image.open(BytesIO(apres)) as image:
        assert image.size == (20, 40)
        assert not image.getexif()
        assert not {"exif", "xmp", "icc_profile", "comment"} & set(image.info)


def test_reencoder_garde_la_transparence() -> None:
    sortie = BytesIO()
    Image.new("RGBA", (4, 4), (255, 0, 0, 0)).save(sortie, "PNG")
    with Image.open(reencoder(sortie)) as image:
        assert image.getchannel("A").getextrema() == (0, 0)


def test_reencoder_refuse_ce_qui_n_est_pas_une_image() -> None:
    with pytest.raises(OSError, match="cannot identify"):
        reencoder(BytesIO(b"<svg onload='alert(1)'></svg>"))


@pytest.mark.django_db
def test_une_image_est_reencodee_sous_un_nom_au_hasard_avant_d_etre_gardee() -> None:
    fichier = ContentFile(photo("JPEG").getvalue(), name="cuisine-de-gaetane.jpg")
    image = ImageCampagne(title="Une cuisine", texte_alternatif="Une cuisine.", file=fichier)
    image.save()
    assert "gaetane" not in image.file.name
    assert image.file.name.startswith("originaux/")
    assert (image.width, image.height) == (20, 40)
    for garde in (image.file, image.get_rendition("width-20").file):
        with garde.open() as ouvert:
            assert b"Gaetane" not in ouvert.read()
    nom = image.file.name
    image.title = "La cuisine"
    image.save()
    assert image.file.name == nom
