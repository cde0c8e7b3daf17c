"""The keyring: keys outside the database that wrap the data key of each deposit.

A text file, one key a line: a name, a space, 32 bytes in base64. The first line
writes; all read. Losing the file loses every raw word; a copy of the database
without it is unreadable.
"""

import logging
import secrets
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

TAILLE_CLE = 32
TAILLE_NONCE = 12


class ChambreFermee(Exception):
    """The raw words cannot be opened: key destroyed, unknown or wrong. Never says more."""


@dataclass(frozen=True)
class Trousseau:
    """Named keys, the writing one first."""

    cles: dict[str, bytes]

    @property
    def ecriture(self) -> str:
        """Name of the key that wraps new data keys."""
        return next(iter(self.cles))

    def envelopper(self, cle: bytes, contexte: bytes) -> bytes:
        """Wrap a data key with the writing key; `contexte` binds it to its owner."""
        nonce = secrets.token_bytes(TAILLE_NONCE)
        return nonce + AESGCM(self.cles[self.ecriture]).encrypt(nonce, cle, contexte)

    def developper(self, nom: str, enveloppe: bytes, contexte: bytes) -> bytes:
        """Unwrap a data key. Raises `ChambreFermee` for an unknown key name or a wrong key."""
        try:
            aead = AESGCM(self.cles[nom])
            return aead.decrypt(enveloppe[:TAILLE_NONCE], enveloppe[TAILLE_NONCE:], contexte)
        except (KeyError, ValueError, InvalidTag) as erreur:
            raise ChambreFermee from erreur


@cache
def trousseau() -> Trousseau:
    """Return the keyring of this installation, read once per process."""
    lignes = lire_secret("TROUSSEAU", lambda: f"cle-1 {b64encode(secrets.token_bytes(TAILLE_CLE)).decode()}\n")
    try:
        paires = [
            (nom, b64decode(cle, validate=True)) for nom, cle in map(str.split, filter(None, lignes.splitlines()))
        ]
    except ValueError:
        paires = []
    cles = dict(paires)
    if not cles or len(cles) < len(paires) or any(len(cle) != TAILLE_CLE for cle in cles.values()):
        raise ImproperlyConfigured("TROUSSEAU : chaque ligne doit tenir un nom unique et 32 octets en base64.")
    return Trousseau(cles)


@cache
def poivre() -> bytes:
    """Return the pepper of the hashes, read once per process. It never rotates: codes would stop working."""
    texte = lire_secret("POIVRE", lambda: b64encode(secrets.token_bytes(TAILLE_CLE)).decode())
    try:
        valeur = b64decode(texte.strip(), validate=True)
    except ValueError:
        valeur = b""
    if len(valeur) < TAILLE_CLE:
        raise ImproperlyConfigured("POIVRE : il faut 32 octets en base64.")
    return valeur


def lire_secret(nom: str, fabrique: Callable[[], str]) -> str:
    """Read the file that setting `nom` points to; where allowed, make it on first run, with a warning.

    Raises `ImproperlyConfigured` when the file is missing and may not be made (production).
    """
    fichier = Path(getattr(settings, nom))
    if not fichier.exists():
        if not settings.CREER_SECRETS:
            raise ImproperlyConfigured(f"{nom} : le fichier n’existe pas. Voir le README, « Variables ».")
        creer(fichier, fabrique())
        logging.getLogger(__name__).warning("%s : secret de développement créé, à ne pas utiliser en vrai.", nom)
    return fichier.read_text()


def creer(fichier: Path, contenu: str) -> None:
    """Write a secret that only its owner reads; of two processes at once, one writes and both read the same."""
    fichier.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    brouillon = fichier.with_name(f".{fichier.name}.{secrets.token_hex(4)}")
    brouillon.touch(mode=0o600)
    brouillon.write_text(contenu)
    try:
        fichier.hardlink_to(brouillon)
    except FileExistsError:
        pass
    finally:
        brouillon.unlink()
