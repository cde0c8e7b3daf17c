"""Re-encode an image from its pixels: nothing of the original file survives but what is seen.

Phones write the place, the date and the device inside a photo, and Wagtail's stock
renditions keep them in JPEG and PNG.
"""

from io import BytesIO
from typing import IO

from django.core.files.base import ContentFile
from PIL import Image, ImageOps

# What each format becomes; anything else (BMP, TIFF…) is refused before, by its extension.
SORTIES = {"JPEG": ("JPEG", "jpg"), "MPO": ("JPEG", "jpg"), "PNG": ("PNG", "png"), "WEBP": ("WEBP", "webp")}
SORTIES |= {"AVIF": ("AVIF", "avif"), "GIF": ("PNG", "png")}


def reencoder(fichier: IO[bytes]) -> ContentFile[bytes]:
    """Return a new file with the pixels of `fichier`, upright, and no metadata.

    Raises `PIL.UnidentifiedImageError` when the content is not an image.
    """
    fichier.seek(0)
    with Image.open(fichier) as source:
        format_, extension = SORTIES[source.format or ""]
        droite = ImageOps.exif_transpose(source)
        mode = "RGB" if format_ == "JPEG" else ("RGBA" if droite.has_transparency_data else "RGB")
        pixels = Image.new(mode, droite.size)
        pixels.paste(droite.convert(mode))
    sortie = BytesIO()
    pixels.save(sortie, format_, quality=88)
    return ContentFile(sortie.getvalue(), name=f"image.{extension}")
