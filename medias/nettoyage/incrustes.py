"""Images inside a document: their pixels are left as they are, byte for byte, and all the rest is dropped."""

import io
import re
import struct
from collections.abc import Callable
from typing import Final

from PIL import Image

from ..traitement import PIXELS_MAX
from .jpeg import depouiller_jpeg

_PNG_GARDES: Final = set(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs acTL fcTL fdAT".split())
_WEBP_JETES: Final = {b"EXIF", b"XMP "}
_WEBP_DRAPEAUX: Final = 0b1100  # of EXIF and XMP, in the first byte of VP8X
_GIF_IMAGE, _GIF_EXTENSION, _GIF_COMMENTAIRE, _GIF_APPLICATION = 0x2C, 0x21, 0xFE, 0xFF


def depouiller(octets: bytes) -> bytes | None:
    """Return an image without metadata, nothing when it is none that we know. Raises `ValueError` when it is broken."""
    for signature, ecorcher in _ECORCHEURS:
        if signature.match(octets):
            try:
                return ecorcher(octets)
            except (IndexError, struct.error, OSError, SyntaxError, Image.DecompressionBombError) as erreur:
                raise ValueError("broken image") from erreur
    return None


def _png(octets: bytes) -> bytes:
    sortie, rang = [octets[:8]], 8
    while rang < len(octets):
        longueur, nom = struct.unpack_from(">I4s", octets, rang)
        fin = rang + 12 + longueur
        if fin > len(octets):
            raise ValueError("truncated")
        if nom in _PNG_GARDES:
            sortie.append(octets[rang:fin])
        if nom == b"IEND":
            return b"".join(sortie)
        rang = fin
    raise ValueError("no end")


def _webp(octets: bytes) -> bytes:
    sortie, rang = [], 12
    while rang + 8 <= len(octets):
        nom, longueur = struct.unpack_from("<4sI", octets, rang)
        morceau = octets[rang : rang + 8 + longueur + longueur % 2]
        if nom == b"VP8X":
            morceau = morceau[:8] + bytes([morceau[8] & ~_WEBP_DRAPEAUX]) + morceau[9:]
        if nom not in _WEBP_JETES:
            sortie.append(morceau)
        rang += len(morceau)
    corps = b"WEBP" + b"".join(sortie)
    return b"RIFF" + struct.pack("<I", len(corps)) + corps


def _gif(octets: bytes) -> bytes:
    rang = 13 + _table(octets[10])
    sortie = [octets[:rang]]
    while octets[rang] in {_GIF_IMAGE, _GIF_EXTENSION}:
        est_image = octets[rang] == _GIF_IMAGE
        fin = rang + (11 + _table(octets[rang + 9]) if est_image else 2)
        while octets[fin]:
            fin += octets[fin] + 1
        etranger = octets[rang + 1] == _GIF_APPLICATION and octets[rang + 3 : rang + 14] != b"NETSCAPE2.0"
        if est_image or not (octets[rang + 1] == _GIF_COMMENTAIRE or etranger):
            sortie.append(octets[rang : fin + 1])
        rang = fin + 1
    return b"".join(sortie) + b";"


def _table(drapeaux: int) -> int:
    return 3 << ((drapeaux & 7) + 1) if drapeaux & 0x80 else 0


def _tiff(octets: bytes) -> bytes:
    sortie = io.BytesIO()
    with Image.open(io.BytesIO(octets), formats=("TIFF",)) as source:
        if source.width * source.height > PIXELS_MAX:
            raise ValueError("too large")
        pixels = Image.new(source.mode, source.size)
        pixels.paste(source)
        if source.palette and source.mode == "P":
            pixels.putpalette(source.getpalette() or [])
    pixels.save(sortie, "TIFF", compression="tiff_deflate")
    return sortie.getvalue()


_ECORCHEURS: Final[tuple[tuple[re.Pattern[bytes], Callable[[bytes], bytes]], ...]] = (
    (re.compile(rb"\xff\xd8\xff"), depouiller_jpeg),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), _png),
    (re.compile(rb"GIF8[79]a"), _gif),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), _webp),
    (re.compile(rb"II\*\0|MM\0\*"), _tiff),
)
