"""Photos as phones make them, and files as nobody should give them."""

import struct
import zlib
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from PIL.PngImagePlugin import PngInfo

AUTEUR, SERIE, LIEU, APPAREIL = "Gaetane Beausejour", "SN-7741-XK", "Anse-aux-Coques", "Telephone de Gaetane"
# What must be found nowhere: who, with what, where, and the names of the blocks that say it.
SECRETS = (b"Gaetane", b"Beausejour", b"gaetane", SERIE.encode(), LIEU.encode(), b"Exif", b"ns.adobe.com/xap")
QUART_DE_TOUR = 6  # EXIF: rotate 90° clockwise to show
XMP = (
    f'<x:xmpmeta xmlns:x="adobe:ns:meta/" note="http://ns.adobe.com/xap/1.0/"><author>{AUTEUR}</author>'
    f"<serial>{SERIE}</serial><city>{LIEU}</city></x:xmpmeta>"
).encode()
EXTENSIONS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif", "HEIF": "heic"}


def exif(orientation: int = QUART_DE_TOUR) -> Image.Exif:
    """Return what a phone writes: who, when, where, with what, and which side is up."""
    dit = Image.Exif()
    dit[0x0110], dit[0x0112], dit[0x013B] = APPAREIL, orientation, AUTEUR
    dit.get_ifd(0x8769)[0xA431] = SERIE
    lieu = dit.get_ifd(0x8825)
    lieu[1], lieu[2], lieu[3], lieu[4] = "N", (48.0, 27.0, 9.0), "W", (68.0, 31.0, 2.0)
    lieu[28] = LIEU.encode()
    return dit


def photo(format_: str, taille: tuple[int, int] = (40, 20)) -> bytes:
    """Return a picture, lying on its side, that says all that a phone can say. The top of what is seen is red."""
    image = Image.new("RGB", taille, "#1e4a3c")
    image.paste("#c02020", (0, 0, taille[0] // 4, taille[1]))  # the left, which the rotation brings to the top
    options: dict[str, Any] = {"exif": exif()}
    if format_ == "PNG":
        options["pnginfo"] = PngInfo()
        options["pnginfo"].add_text("Author", AUTEUR)
        options["pnginfo"].add_itxt("XML:com.adobe.xmp", XMP.decode())
    else:
        options["xmp"] = XMP
    if format_ == "JPEG":
        options["comment"] = f"{AUTEUR}, {SERIE}"
    sortie = BytesIO()
    image.save(sortie, format_, **options)
    return sortie.getvalue()


def recue(octets: bytes, nom: str = "gaetane-beausejour.jpg") -> SimpleUploadedFile:
    """Return a file as a browser sends it."""
    return SimpleUploadedFile(nom, octets, "image/jpeg")


def png_annonce(largeur: int, hauteur: int) -> bytes:
    """Return a PNG of a few bytes that says it has that many pixels."""

    def morceau(nom: bytes, donnees: bytes) -> bytes:
        return struct.pack(">I", len(donnees)) + nom + donnees + struct.pack(">I", zlib.crc32(nom + donnees))

    entete = struct.pack(">IIBBBBB", largeur, hauteur, 8, 2, 0, 0, 0)
    corps = morceau(b"IHDR", entete) + morceau(b"IDAT", zlib.compress(bytes(1000))) + morceau(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + corps


def tiff() -> bytes:
    """Return a TIFF."""
    sortie = BytesIO()
    Image.new("RGB", (4, 4)).save(sortie, "TIFF")
    return sortie.getvalue()


SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
ZIP = b"PK\x03\x04" + bytes(200)
# What is refused, and a word of what the person reads.
REFUSES: dict[str, tuple[bytes, str]] = {
    "pdf nommé jpg": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
    "svg avec script": (SVG, "SVG"),
    "svg sans entête": (b"<svg onload='alert(1)'></svg>", "SVG"),
    "tiff": (tiff(), "TIFF"),
    "300 mégapixels": (png_annonce(20_000, 15_000), "50 millions"),
    "100 mégapixels": (png_annonce(10_000, 10_000), "50 millions"),
    "un fil de 40 000 pixels": (png_annonce(40_000, 2), "16 000"),
    "bombe": (png_annonce(65_535, 65_535), "50 millions"),
    "jpeg tronqué": (photo("JPEG", (400, 200))[:-600], "abîmée"),
    "png tronqué": (photo("PNG", (400, 200))[:-60], "abîmée"),
    "webp tronqué": (photo("WEBP", (400, 200))[:-60], "abîmée"),
    "heic tronqué": (photo("HEIF", (400, 200))[:-60], "abîmée"),
    "png qui ment": (png_annonce(400, 400), "abîmée"),
    "archive": (ZIP, "pas une image"),
    "page web": (b"<html><script>alert(1)</script></html>", "pas une image"),
    "bruit": (bytes(range(256)) * 8, "pas une image"),
}
