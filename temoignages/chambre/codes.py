"""Withdrawal codes: seven words of a French list of 2,048, derived from a one-time token.

77 bits. Only a keyed hash is stored; the code itself exists on the person's page
and on paper. The list is BIP 39's French one (PyPI `mnemonic`), whose words differ
without their accents.
"""

import hashlib
import hmac
import re
import unicodedata
from functools import cache

from mnemonic import Mnemonic

from .trousseau import poivre

MOTS_PAR_CODE = 7
BITS_PAR_MOT = 11


@cache
def _mots() -> tuple[str, ...]:
    return tuple(unicodedata.normalize("NFC", mot) for mot in Mnemonic("french").wordlist)


def empreinte(usage: str, texte: str) -> str:
    """Return the keyed hash (HMAC-SHA-256, hexadecimal) of `texte` for one `usage`: hashes of two uses never meet."""
    return hmac.new(poivre(), f"{usage}|{texte}".encode(), hashlib.sha256).hexdigest()


def code_de(grain: str) -> str:
    """Return the code of a token's grain: the same grain always gives the same seven words."""
    reste = int(empreinte("code", grain), 16)
    mots = []
    for _ in range(MOTS_PAR_CODE):
        reste, rang = divmod(reste, 1 << BITS_PAR_MOT)
        mots.append(_mots()[rang])
    return " ".join(mots)


def normaliser_code(saisie: str) -> str:
    """Return a typed code without case, accents, spaces, or anything but letters."""
    decompose = unicodedata.normalize("NFKD", saisie.casefold().replace("œ", "oe"))
    return "".join(re.findall(r"[a-z]+", decompose))


def empreinte_code(saisie: str) -> str:
    """Return the keyed hash of a code as a person typed it."""
    return empreinte("retrait", normaliser_code(saisie))
