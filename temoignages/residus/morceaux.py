"""The pieces of text that surfaces yield, and how bytes become text."""

import gzip
import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from typing import IO, Any, NamedTuple

TAILLE_LECTURE = 1 << 18  # bytes of a file in memory at once
CHEVAUCHEMENT = 1 << 12  # bytes read again: a run of eight words is never cut in two
_UTF8 = re.compile(
    rb"(?:[\t\n\r\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}){6,}"
)
# Latin letters and general punctuation, as some engines and office files write them.
_UTF16 = re.compile(rb"(?:[\t\n\r\x20-\xff][\x00-\x01]|[\x00-\x6f]\x20){6,}")
_SURE = re.compile(
    r"\d{1,19}"  # a number
    r"|[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}"  # an UUID
    r"|[2-9bcdfghjkmnpqrstvwxz]{5,8}"  # the opaque id of a testimony: no vowel, no word
)


class Morceau(NamedTuple):
    """Some text, and where it stands: a surface ("default.table.column", "medias:default"), a row or a file in it."""

    surface: str
    reference: str
    texte: str


def reference_sure(reference: object) -> str:
    """Return an id that cannot hold a word: itself when it is a number or opaque, else the start of its SHA-256."""
    texte = str(reference)
    return texte if _SURE.fullmatch(texte) else hashlib.sha256(texte.encode(errors="replace")).hexdigest()[:16]


def texte_des_octets(octets: bytes) -> str:
    """Return every run of readable characters of `octets`, in UTF-8 and in UTF-16, one a line."""
    runs = [trouve[0].decode() for trouve in _trouver_utf8(octets)]
    runs += [trouve[0].decode("utf-16-le", errors="ignore") for trouve in _UTF16.finditer(octets)]
    return "\n".join(runs)


def _trouver_utf8(octets: bytes) -> Iterator[re.Match[bytes]]:
    for trouve in _UTF8.finditer(octets):
        try:
            trouve[0].decode()
        except UnicodeDecodeError:  # a surrogate or an overlong form: not text
            continue
        yield trouve


def textes_de(valeur: Any) -> Iterator[str]:
    """Yield the text of a value of a database or a cache, whatever its type; numbers, dates and nothing yield none."""
    if isinstance(valeur, str):
        yield valeur
    elif isinstance(valeur, bytes | bytearray | memoryview):
        yield texte_des_octets(bytes(valeur))
    elif isinstance(valeur, dict):
        yield str(valeur)
    elif isinstance(valeur, list | tuple | set):
        for sous in valeur:
            yield from textes_de(sous)


def textes_du_flux(flux: IO[bytes]) -> Iterator[str]:
    """Yield the text of a file, piece by overlapping piece; opens what gzip and ZIP (office files too) compress.

    An archive that is broken or locked is read as bytes: one file never stops the search of all the others.
    """
    decompresser = _ARCHIVES.get(flux.read(2))
    flux.seek(0)
    if decompresser:
        try:
            yield from decompresser(flux)
        except Exception:  # noqa: BLE001 - made by hand, an archive can fail anywhere in the library
            flux.seek(0)
        else:
            return
    yield from _decouper(flux)


def _textes_du_gzip(flux: IO[bytes]) -> Iterator[str]:
    with gzip.open(flux) as dedans:
        yield from _decouper(dedans)


def _textes_du_zip(flux: IO[bytes]) -> Iterator[str]:
    with zipfile.ZipFile(flux) as archive:
        for nom in archive.namelist():
            yield nom
            with archive.open(nom) as dedans:
                yield from _decouper(dedans)


_ARCHIVES = {b"\x1f\x8b": _textes_du_gzip, b"PK": _textes_du_zip}


def _decouper(flux: Any) -> Iterator[str]:
    reste = b""
    while lu := flux.read(TAILLE_LECTURE):
        yield texte_des_octets(reste + lu)
        reste = (reste + lu)[-CHEVAUCHEMENT:]


def flux_de(octets: bytes) -> IO[bytes]:
    """Return bytes as a file."""
    return io.BytesIO(octets)
