"""A sealed stream: AES-256-GCM by chunks, in constant memory. One bit changed, moved or missing, and it is refused.

The construction is STREAM (Hoang, Reyhanitabar, Rogaway, Vizár, 2015): each file has a key of its own, derived from a
named key and 32 random bytes; each chunk's nonce is its rank and whether it is the last; its associated data is the
header. The header is in clear: it says which key opens, what the archive is and when it was made.
"""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from .refus import SauvegardeImpossible

MAGIE: Final = b"sauvegarde-site-campagne 1\n"
TRONCON: Final = 1024 * 1024  # bytes in clear
SCEAU: Final = 16  # bytes that GCM adds
ALTEREE: Final = "L’archive est tronquée ou altérée : rien n’a été touché. Prenez-en une autre."


class Sortie(Protocol):
    """Where bytes go."""

    def write(self, octets: bytes, /) -> Any: ...


class Entree(Protocol):
    """Where bytes come from."""

    def read(self, taille: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Entete:
    """What an archive says of itself in clear: its kind (`site`, `coffre`), when it was made, in UTC."""

    genre: str
    cree_le: str
    cle: str
    sel: str


class Scelleur:
    """Seals what is written to it; `fermer` writes the last chunk, without which the whole is refused."""

    def __init__(self, sortie: Sortie, cles: Mapping[str, bytes], genre: str, cree_le: str) -> None:
        """Write the header. `cles`: named keys, the first one writes."""
        nom = next(iter(cles))
        self.entete = Entete(genre, cree_le, nom, secrets.token_hex(32))
        contexte = json.dumps([self.entete.genre, cree_le, nom, self.entete.sel]).encode()
        self._sortie, self._tampon, self._rang = sortie, bytearray(), 0
        self._sceller = _Troncons(cles[nom], self.entete, contexte)
        sortie.write(MAGIE + len(contexte).to_bytes(2, "big") + contexte)

    def write(self, octets: bytes) -> int:
        self._tampon += octets
        while len(self._tampon) > TRONCON:
            self._ecrire(bytes(self._tampon[:TRONCON]), dernier=False)
            del self._tampon[:TRONCON]
        return len(octets)

    def fermer(self) -> None:
        """Write the last chunk."""
        self._ecrire(bytes(self._tampon), dernier=True)
        self._tampon.clear()

    def _ecrire(self, clair: bytes, *, dernier: bool) -> None:
        self._sortie.write(self._sceller.sceller(clair, self._rang, dernier=dernier))
        self._rang += 1


class Descelleur:
    """Reads a sealed stream. Nothing comes out of a chunk that was not verified.

    Raises:
        SauvegardeImpossible: not an archive, an unknown or wrong key, a chunk altered, moved or missing.
    """

    def __init__(self, entree: Entree, cles: Mapping[str, bytes]) -> None:
        """Read the header."""
        if _lire(entree, len(MAGIE)) != MAGIE:
            raise SauvegardeImpossible("Ce fichier n’est pas une archive du site.")
        contexte = _lire(entree, int.from_bytes(_lire(entree, 2), "big"))
        try:
            self.entete = Entete(*json.loads(contexte))
            cle = cles[self.entete.cle]
        except (ValueError, TypeError):
            raise SauvegardeImpossible(ALTEREE) from None
        except KeyError:
            raise SauvegardeImpossible(
                f"L’archive est fermée par la clé « {self.entete.cle} », qui n’est pas dans CLE_SAUVEGARDES."
            ) from None
        self._entree, self._tampon, self._rang = entree, b"", 0
        self._sceller = _Troncons(cle, self.entete, contexte)
        self._suivant = _lire(entree, TRONCON + SCEAU)

    def read(self, taille: int = -1) -> bytes:
        if taille < 0:
            raise ValueError("only by pieces")
        while len(self._tampon) < taille and self._suivant:
            self._tampon += self._ouvrir()
        rendus, self._tampon = self._tampon[:taille], self._tampon[taille:]
        return rendus

    def finir(self) -> None:
        """Read to the end: what follows the last member is verified too."""
        while self.read(TRONCON):
            pass

    def _ouvrir(self) -> bytes:
        troncon, self._suivant = self._suivant, _lire(self._entree, TRONCON + SCEAU)
        clair = self._sceller.ouvrir(troncon, self._rang, dernier=not self._suivant)
        self._rang += 1
        return clair


class _Troncons:
    def __init__(self, cle: bytes, entete: Entete, contexte: bytes) -> None:
        try:
            sel = bytes.fromhex(entete.sel)
        except ValueError:
            raise SauvegardeImpossible(ALTEREE) from None
        self._gcm = AESGCM(HKDF(SHA256(), 32, sel, b"sauvegarde|" + contexte).derive(cle))
        self._contexte = MAGIE + contexte

    def sceller(self, clair: bytes, rang: int, *, dernier: bool) -> bytes:
        return self._gcm.encrypt(_nonce(rang, dernier), clair, self._contexte)

    def ouvrir(self, scelle: bytes, rang: int, *, dernier: bool) -> bytes:
        try:
            return self._gcm.decrypt(_nonce(rang, dernier), scelle, self._contexte)
        except (InvalidTag, ValueError):
            # The first chunk tells a wrong key: it is whole, and nothing opens it.
            raison = "Ou bien la clé n’est pas la bonne." if rang == 0 else ""
            raise SauvegardeImpossible(f"{ALTEREE} {raison}".strip()) from None


def _nonce(rang: int, dernier: bool) -> bytes:
    return rang.to_bytes(11, "big") + bytes([dernier])


def _lire(entree: Entree, taille: int) -> bytes:
    """Read as many bytes as asked unless the end comes first: a network gives less at a time."""
    morceaux, reste = [], taille
    while reste and (morceau := entree.read(reste)):
        morceaux.append(morceau)
        reste -= len(morceau)
    return b"".join(morceaux)
