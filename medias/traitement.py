"""Re-encode an image from its pixels: nothing of the original file survives but what is seen.

Phones write the place, the date and the device inside a photo, and Wagtail's stock renditions keep them in JPEG and
PNG. The name of a file is never read, neither to know what it holds nor to keep it.
"""

import re
from io import BytesIO
from typing import IO, Final

from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

register_heif_opener()

# What is read, and what it becomes when nothing shows through it; what shows through stays so.
SORTIES: Final = {"JPEG": "JPEG", "MPO": "JPEG", "HEIF": "JPEG", "AVIF": "JPEG", "WEBP": "WEBP"}
SORTIES_LISSES: Final = {"PNG": "PNG", "GIF": "PNG"}  # drawings and screenshots: no pixel changes
LUS: Final = ("JPEG", "PNG", "WEBP", "HEIF", "AVIF", "GIF")
EXTENSIONS: Final = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
OPTIONS: Final[dict[str, dict[str, int]]] = {
    "JPEG": {"quality": 88},
    "WEBP": {"quality": 88, "method": 2},
    "PNG": {"compress_level": 4},  # half the time of the default, a tenth heavier
}
# The largest photo of a phone is 48 to 50 megapixels; in memory, each takes three bytes, twice.
PIXELS_MAX: Final = 50_000_000
COTE_MAX: Final = 16_000  # WebP stops at 16,383
TETE: Final = 1024

FORMAT_REFUSE = _("Ce fichier n’est pas une image que le site sait lire. Enregistrez-la en JPEG, PNG, WebP ou HEIC.")
TROP_GRANDE = _(
    "Cette image compte plus de 50 millions de pixels, ou plus de 16 000 d’un côté. Réduisez-la, puis revenez."
)
ABIMEE = _("Cette image est incomplète ou abîmée. Reprenez le fichier d’origine et déposez-le de nouveau.")
# What else people give, told by its first bytes.
ETRANGERS: Final = (
    (
        re.compile(rb"%PDF-"),
        _("Ce fichier est un PDF, quel que soit son nom. Déposez-le dans les documents, ou exportez la page en PNG."),
    ),
    (
        re.compile(rb"<(?:svg|!doctype\s+svg|[a-z]+:svg)\b|\A\s*<\?xml", re.IGNORECASE),
        _("Un dessin SVG peut contenir un programme : le site n’en prend pas. Exportez-le en PNG."),
    ),
    (
        re.compile(rb"\A(?:II[*+]\x00|MM\x00[*+])"),
        _("Le site ne prend pas le format TIFF. Exportez l’image en JPEG ou en PNG."),
    ),
)
# What begins as an image that we read: if it does not open, it is broken.
FAMILIERS: Final = re.compile(
    rb"\A(?:\xff\xd8\xff|\x89PNG|GIF8|RIFF.{4}WEBP|.{4}ftyp(?:hei|hev|mif1|msf1|avi[fs]))", re.DOTALL
)


class ImageRefusee(ValueError):
    """The file is not kept; the message is a French sentence for the person who gives it."""


class ImageNette(ContentFile[bytes]):
    """An image made of its pixels alone, by `reencoder`: the only kind that is stored."""


def reencoder(fichier: IO[bytes]) -> ImageNette:
    """Return a new file with the pixels of `fichier`, upright, in sRGB, and nothing else. An animation stands still.

    Raises:
        ImageRefusee: it is not an image that we read, it is too large (said before any pixel is read), or it is broken.
    """
    fichier.seek(0)
    tete = fichier.read(TETE)
    _refuser_les_etrangers(tete)
    fichier.seek(0)
    try:
        with Image.open(fichier, formats=LUS) as source:
            _refuser_les_trop_grandes(source.size)
            format_, pixels = _pixels(source)
        sortie = BytesIO()
        pixels.save(sortie, format_, **OPTIONS[format_])
    except ImageRefusee:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as erreur:
        raise ImageRefusee(str(TROP_GRANDE)) from erreur
    except UnidentifiedImageError as erreur:
        raise ImageRefusee(str(ABIMEE if FAMILIERS.match(tete) else FORMAT_REFUSE)) from erreur
    except Exception as erreur:  # a hand-made file can fail anywhere in a decoder: never a 500
        raise ImageRefusee(str(ABIMEE)) from erreur
    return ImageNette(sortie.getvalue(), name=f"image.{EXTENSIONS[format_]}")


def _refuser_les_etrangers(tete: bytes) -> None:
    for signature, message in ETRANGERS:
        if signature.search(tete):
            raise ImageRefusee(str(message))


def _refuser_les_trop_grandes(taille: tuple[int, int]) -> None:
    largeur, hauteur = taille
    if largeur * hauteur > PIXELS_MAX or max(taille) > COTE_MAX:
        raise ImageRefusee(str(TROP_GRANDE))


def _pixels(source: Image.Image) -> tuple[str, Image.Image]:
    """Return the format to write, and a new image that holds the pixels of `source` and knows nothing else of it."""
    transparente = source.has_transparency_data
    format_ = SORTIES_LISSES.get(source.format or "") or SORTIES[source.format or ""]
    if transparente and format_ == "JPEG":
        format_ = "PNG"
    mode = "RGBA" if transparente else "RGB"
    profil = source.info.get("icc_profile")
    ImageOps.exif_transpose(source, in_place=True)
    droite = _en_srgb(source, mode, profil)
    pixels = Image.new(mode, droite.size)
    pixels.paste(droite)
    return format_, pixels


def _en_srgb(image: Image.Image, mode: str, profil: bytes | None) -> Image.Image:
    """Return the image in sRGB: a phone's colours would fade with the profile that is thrown away."""
    if image.mode.startswith("I;16"):  # sixteen bits of grey: Pillow would keep the lowest
        image = image.point(lambda valeur: valeur * (1 / 256)).convert("L")
    if image.mode in {"P", "PA", "LA", "1"}:
        image = image.convert(mode)
    if not profil:
        return image if image.mode == mode else image.convert(mode)
    try:
        venu, voulu = ImageCms.ImageCmsProfile(BytesIO(profil)), ImageCms.createProfile("sRGB")
        converti = ImageCms.profileToProfile(image, venu, voulu, outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):  # a profile that lies, or made for other pixels
        return image.convert(mode)
    return converti if converti is not None else image.convert(mode)
