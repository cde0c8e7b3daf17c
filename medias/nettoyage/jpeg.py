"""JPEG, segment by segment: those that draw stay, as they are; what a phone writes, and hides after its end, goes."""

import re
import struct
from collections.abc import Iterator
from typing import Final

MARQUE, DEBUT, FIN, BALAYAGE = 0xFF, 0xD8, 0xD9, 0xDA
TABLES_DE_HUFFMAN, QUANTIFICATION, REPRISE, LIGNES = 0xC4, 0xDB, 0xDD, 0xDC
JFIF, EXIF, ICC, ADOBE = 0xE0, 0xE1, 0xE2, 0xEE
CADRES: Final = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7}
JETABLES: Final = {*range(0xE0, 0xFF)}  # applications, reserved, comments
SIGNATURES: Final = {JFIF: b"JFIF\0", ICC: b"ICC_PROFILE\0", ADOBE: b"Adobe"}
SANS_VIGNETTE: Final = 18  # bytes: a larger JFIF holds a small picture
ORIENTATION: Final = 0x0112
# JPEG 2000: a bare stream of pixels, or boxes around it.
JP2: Final = (b"\xff\x4f\xff\x51", b"\0\0\0\x0cjP  ")
BOITES_JETEES: Final = {b"xml ", b"uuid", b"uinf", b"jp2i"}
_SUITE: Final = re.compile(rb"\xff(?=[^\x00\xd0-\xd7\xff])")


def depouiller_jpeg(octets: bytes) -> bytes:
    """Return a JPEG, its pixels untouched, up to its end. Raises `ValueError`, `IndexError`, `struct.error`: broken."""
    return b"".join(_segments(octets))


def _segments(octets: bytes) -> Iterator[bytes]:
    if not octets.startswith(bytes([MARQUE, DEBUT])):
        raise ValueError("no start")
    yield octets[:2]
    rang = 2
    while rang < len(octets):
        if octets[rang] != MARQUE:
            raise ValueError("no marker")
        marque = octets[rang + 1]
        if marque == MARQUE:  # filling
            rang += 1
            continue
        if marque == FIN:
            break
        fin = rang + 2 + struct.unpack_from(">H", octets, rang + 2)[0]
        if fin > len(octets):
            raise ValueError("longer than the file")
        yield _garder(marque, octets[rang:fin])
        rang = fin
        if marque == BALAYAGE:
            suite = _SUITE.search(octets, fin)
            rang = suite.start() if suite else len(octets)
            yield octets[fin:rang]
    yield bytes([MARQUE, FIN])


def _garder(marque: int, segment: bytes) -> bytes:
    """Return what to keep of a segment; one that is not as long as it should be hides something."""
    if marque == EXIF:
        return _orientation(segment)
    if marque in SIGNATURES and segment.startswith(SIGNATURES[marque], 4):
        return segment if marque == ICC or len(segment) <= SANS_VIGNETTE else b""
    if marque in JETABLES:
        return b""
    if not _est_juste(marque, segment):
        raise ValueError("not a segment of a drawing")
    return segment


def _est_juste(marque: int, segment: bytes) -> bool:
    if marque in CADRES:
        return len(segment) == 10 + 3 * segment[9]
    if marque == BALAYAGE:
        return len(segment) == 8 + 2 * segment[4]
    if marque in {REPRISE, LIGNES}:
        return len(segment) == 6  # noqa: PLR2004 - a marker, a length, a number
    if marque in {QUANTIFICATION, TABLES_DE_HUFFMAN}:
        rang = 4
        while rang < len(segment):
            rang += 17 + sum(segment[rang + 1 : rang + 17]) if marque == TABLES_DE_HUFFMAN else _table(segment[rang])
        return rang == len(segment)
    return False


def _table(genre: int) -> int:
    return 1 + 64 * (1 + (genre >> 4 & 1))


def _orientation(segment: bytes) -> bytes:
    """Return which side is up, and nothing else that the camera said: without it, the picture would lie down."""
    cote = _cote(segment[10:]) if segment.startswith(b"Exif\0\0", 4) else 1
    if cote not in range(2, 9):
        return b""
    seule = struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, ORIENTATION, 3, 1, cote, 0, 0)
    return struct.pack(">BBH", MARQUE, EXIF, len(seule) + 8) + b"Exif\0\0" + seule


def _cote(tiff: bytes) -> int:
    ordre = "<" if tiff.startswith(b"II") else ">"
    try:
        debut = struct.unpack_from(f"{ordre}I", tiff, 4)[0]
        for rang in range(struct.unpack_from(f"{ordre}H", tiff, debut)[0]):
            champ, _genre, _nombre, valeur = struct.unpack_from(f"{ordre}HHIH", tiff, debut + 2 + 12 * rang)
            if champ == ORIENTATION:
                return int(valeur)
    except struct.error:
        pass
    return 1


def depouiller_jp2(octets: bytes) -> bytes:
    """Return a JPEG 2000 without the boxes that describe it. Raises `struct.error`: broken."""
    if octets.startswith(JP2[0]):
        return octets
    sortie, rang = [], 0
    while rang < len(octets):
        taille, genre = struct.unpack_from(">I4s", octets, rang)
        if taille == 1:
            taille = struct.unpack_from(">Q", octets, rang + 8)[0]
        fin = rang + taille if taille else len(octets)
        if fin < rang + 8:
            raise ValueError("a box smaller than its name")
        if genre not in BOITES_JETEES:
            sortie.append(octets[rang:fin])
        rang = fin
    return b"".join(sortie)
