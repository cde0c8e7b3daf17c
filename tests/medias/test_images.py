"""An image keeps its pixels and nothing else."""

import random
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageCms

from medias.models import ImageCampagne
from medias.traitement import ImageNette, ImageRefusee, reencoder

from .photos import EXTENSIONS, REFUSES, SECRETS, photo

SORTIES = {"JPEG": "JPEG", "PNG": "PNG", "WEBP": "WEBP", "AVIF": "JPEG", "HEIF": "JPEG"}
MUTATIONS, MUTATIONS_LONGUES = 60, 400  # of each of five formats: 300, and 2,000


def png(image: Image.Image, **options: object) -> BytesIO:
    sortie = BytesIO()
    image.save(sortie, "PNG", **options)
    return sortie


@pytest.mark.parametrize("format_", EXTENSIONS)
def test_reencoder_ne_garde_que_les_pixels(format_: str) -> None:
    avant = photo(format_)
    assert b"Gaetane" in avant
    apres = reencoder(BytesIO(avant))
    octets = apres.read()
    assert not [secret for secret in SECRETS if secret in octets]
    with Image.open(BytesIO(octets)) as image:
        assert image.format == SORTIES[format_]
        assert not image.getexif()
        assert not {"exif", "xmp", "icc_profile", "comment", "Author", "XML:com.adobe.xmp"} & set(image.info)


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_reencoder_remet_l_image_a_l_endroit(format_: str) -> None:
    with Image.open(reencoder(BytesIO(photo(format_)))) as image:
        assert image.size == (20, 40)
        rouge, vert, _bleu = image.convert("RGB").getpixel((10, 3))  # type: ignore[misc]  # three bands
        assert rouge > vert


def test_reencoder_garde_la_transparence() -> None:
    for mode in ("RGBA", "LA"):
        with Image.open(reencoder(png(Image.new(mode, (4, 4))))) as image:
            assert image.getchannel("A").getextrema() == (0, 0)


def test_reencoder_garde_les_couleurs_d_un_autre_espace() -> None:
    """A phone's red, told in its own space, would fade if its profile went without its pixels changing."""
    profil = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    bleu_pour_rouge = profil.replace(b"rXYZ", b"_XYZ").replace(b"bXYZ", b"rXYZ").replace(b"_XYZ", b"bXYZ")
    assert bleu_pour_rouge != profil
    image = png(Image.new("RGB", (4, 4), "#c02020"), icc_profile=bleu_pour_rouge)
    with Image.open(reencoder(image)) as relue:
        rouge, vert, bleu = relue.getpixel((0, 0))  # type: ignore[misc]  # three bands
    assert (bleu > 150, max(rouge, vert) < 60) == (True, True)


def test_un_profil_qui_ment_n_empeche_rien() -> None:
    image = png(Image.new("RGB", (4, 4), "#c02020"), icc_profile=b"pas un profil")
    with Image.open(reencoder(image)) as relue:
        assert relue.getpixel((0, 0)) == (192, 32, 32)


def test_seize_bits_de_gris_ne_deviennent_pas_blancs() -> None:
    with Image.open(reencoder(png(Image.new("I;16", (4, 4), 0x8000)))) as image:
        assert image.getpixel((0, 0)) == (128, 128, 128)


def test_une_animation_s_arrete() -> None:
    sortie = BytesIO()
    images = [Image.new("RGB", (4, 4), couleur) for couleur in ("#ff0000", "#00ff00")]
    images[0].save(sortie, "GIF", save_all=True, append_images=images[1:])
    with Image.open(reencoder(sortie)) as image:
        assert (image.format, getattr(image, "n_frames", 1)) == ("PNG", 1)


def test_le_nom_et_la_somme_ne_dependent_que_des_pixels() -> None:
    premiere, seconde = (reencoder(ContentFile(photo("JPEG"), name=nom)) for nom in ("a.jpg", "gaetane.heic"))
    assert (premiere.name, premiere.read()) == (seconde.name, seconde.read())


@pytest.mark.parametrize(("octets", "dit"), REFUSES.values(), ids=REFUSES)
def test_reencoder_refuse_et_dit_pourquoi(octets: bytes, dit: str) -> None:
    with pytest.raises(ImageRefusee, match=dit):
        reencoder(BytesIO(octets))


def test_une_bombe_est_refusee_avant_d_etre_deballee(monkeypatch: pytest.MonkeyPatch) -> None:
    def deballer(*_args: object) -> None:
        raise AssertionError

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", deballer)
    for cas in ("300 mégapixels", "100 mégapixels", "un fil de 40 000 pixels", "bombe"):
        with pytest.raises(ImageRefusee, match="millions"):
            reencoder(BytesIO(REFUSES[cas][0]))


def essayer(format_: str, nombre: int, graine: int) -> None:
    """Break a photo at random, as many times: each time it is refused, or clean."""
    hasard, sain = random.Random(graine), photo(format_)  # noqa: S311 - the same mutations at each run
    for _essai in range(nombre):
        octets = bytearray(sain)
        for _octet in range(hasard.randint(1, 12)):
            octets[hasard.randrange(len(octets))] = hasard.randrange(256)
        try:
            apres = reencoder(BytesIO(bytes(octets[: hasard.randint(len(octets) // 2, len(octets))])))
        except ImageRefusee:
            continue
        assert not [secret for secret in SECRETS if secret in apres.read()]


@pytest.mark.parametrize("format_", EXTENSIONS)
def test_un_fichier_abime_au_hasard_passe_propre_ou_est_refuse(format_: str) -> None:
    essayer(format_, MUTATIONS, 7)


@pytest.mark.epreuve
@pytest.mark.parametrize("format_", EXTENSIONS)
def test_deux_mille_images_abimees(format_: str) -> None:
    essayer(format_, MUTATIONS_LONGUES, 11)


@pytest.mark.django_db
@pytest.mark.parametrize("format_", EXTENSIONS)
def test_une_image_est_reencodee_sous_un_nom_au_hasard_avant_d_etre_gardee(format_: str) -> None:
    fichier = ContentFile(photo(format_), name=f"cuisine-de-gaetane.{EXTENSIONS[format_]}")
    image = ImageCampagne(title="Une cuisine", texte_alternatif="Une cuisine.", file=fichier)
    image.save()
    assert image.file.name.startswith("originaux/")
    with image.file.open() as original:
        assert Image.open(original).size == (image.width, image.height)
    tailles = image.get_renditions("width-20", "format-avif|width-20", "format-webp|width-20", "original").values()
    for garde in (image.file, *(taille.file for taille in tailles)):
        with garde.open() as ouvert:
            octets = ouvert.read()
        assert not [secret for secret in SECRETS if secret in octets + garde.name.encode()]
    nom = image.file.name
    image.title = "La cuisine"
    image.save()
    assert image.file.name == nom


@pytest.mark.django_db
def test_aucune_porte_du_stockage_ne_laisse_passer_un_fichier_tel_quel() -> None:
    image = ImageCampagne(title="Une cuisine", texte_alternatif="Une cuisine.")
    image.file.save("gaetane.jpg", ContentFile(photo("JPEG")), save=False)
    image.save()
    assert (image.width, image.height, "gaetane" in image.file.name) == (20, 40, False)
    with image.file.open() as ouvert:
        assert b"Gaetane" not in ouvert.read()
    avant = set(default_storage.listdir("originaux")[1])
    with pytest.raises(ImageRefusee):
        image.file.save("gaetane.jpg", ContentFile(REFUSES["jpeg tronqué"][0]))
    assert set(default_storage.listdir("originaux")[1]) == avant
    assert isinstance(reencoder(ContentFile(photo("PNG"))), ImageNette)
