"""Images kept for a while, of pages, events and resources: one a subject, as long as it would be drawn the same.

That of a testimony is drawn each time: no cache holds words that someone may take back.
"""

import hashlib
from typing import Any, Final

from django.core.cache import caches

from .cartes import VERSION

# With the public answers: what fills it never pushes out the counters that keep doors.
CACHE: Final = "pages"
DUREE: Final = 10 * 60  # seconds


def empreinte_de(carte: Any, generation: int = 0) -> str:
    """Return what changes when an image would: its words, how it is drawn, the state of the public side."""
    return hashlib.sha256(f"{VERSION}|{generation}|{carte!r}".encode(errors="surrogatepass")).hexdigest()[:32]


def trouver(sujet: str, empreinte: str) -> bytes | None:
    """Return the image of a subject if it was made of the same."""
    gardee: tuple[str, bytes] | None = caches[CACHE].get(_cle(sujet)) if sujet else None
    return gardee[1] if gardee and gardee[0] == empreinte else None


def garder(sujet: str, empreinte: str, octets: bytes) -> None:
    """Keep the image of a subject, in place of the one before; nothing without a subject."""
    if sujet:
        caches[CACHE].set(_cle(sujet), (empreinte, octets), DUREE)


def _cle(sujet: str) -> str:
    return f"carte:{sujet}"
