"""What is looked for in a document that was cleaned, down to its last nook."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pikepdf

from ..photos import LIEU, SERIE

# What must be found nowhere: who, with what, where from, when.
SECRETS = tuple(
    mot.encode() for mot in ("Gaetane", "Beausejour", "gaetane", SERIE, LIEU, "2026-03-14", "20260314", "00A1B2C3")
)


def recoins(octets: bytes) -> Iterator[bytes]:
    """Yield all that a file holds: its bytes, and those of each file and each stream in it, unpacked."""
    yield octets
    if octets.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(octets)) as zip_:
            yield zip_.comment
            for fiche in zip_.infolist():
                yield repr(fiche).encode() + fiche.comment + fiche.extra + str(fiche.date_time).encode()
                yield from recoins(zip_.read(fiche))
    if octets.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(octets)) as pdf:
            for objet in pdf.objects:
                with suppress(UnicodeDecodeError):  # a name broken on purpose
                    yield objet.unparse()
                if isinstance(objet, pikepdf.Stream):
                    yield objet.read_raw_bytes()
                    yield _deballer(objet)


def _deballer(flux: Any) -> bytes:
    try:
        return bytes(flux.read_bytes())
    except (pikepdf.PdfError, NotImplementedError):  # an image, or a stream broken on purpose
        return b""


def traces(octets: bytes) -> set[bytes]:
    """Return the secrets that a file still tells."""
    return {secret for coin in recoins(octets) for secret in SECRETS if secret in coin}
