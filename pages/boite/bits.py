"""Sets of tools, each a whole number whose bit n says whether the tool of rank n is in it. Pure.

The library is narrowed and counted by `&` and by counting bits: five thousand tools take 625 bytes a set, and asking
for one costs about the same as among a hundred.
"""

import struct
from collections.abc import Collection, Iterator


def lire(octets: bytes | memoryview) -> int:
    """Return a set as it was written."""
    return int.from_bytes(octets, "little")


def ecrire(ensemble: int) -> bytes:
    """Return the bytes of a set, no longer than its highest rank asks for."""
    return ensemble.to_bytes((ensemble.bit_length() + 7) // 8, "little")


def contient(ensemble: int, rang: int) -> bool:
    """Say whether a rank is in a set."""
    return bool(ensemble >> rang & 1)


def avec(ensemble: int, rang: int) -> int:
    """Return the set with a rank more."""
    return ensemble | 1 << rang


def sans(ensemble: int, rang: int) -> int:
    """Return the set with a rank less."""
    return ensemble & ~(1 << rang)


def rangs(ensemble: int) -> Iterator[int]:
    """Yield the ranks of a set, the highest first."""
    while ensemble:
        rang = ensemble.bit_length() - 1
        yield rang
        ensemble ^= 1 << rang


def lire_ordre(octets: bytes | memoryview) -> tuple[int, ...]:
    """Return ranks in the order they were written in."""
    return struct.unpack(f"<{len(octets) // 4}I", octets)


def ecrire_ordre(rangs_en_ordre: Collection[int]) -> bytes:
    """Return the bytes of ranks in an order, four each."""
    return struct.pack(f"<{len(rangs_en_ordre)}I", *rangs_en_ordre)
