"""Seal and open one column of one row: AES-256-GCM, bound to its place.

The associated data (version, table, column, row) makes a sealed value useless
anywhere but where it was written (VIE_PRIVEE, section 2).
"""

import secrets
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import transaction

from ..coffre.models import CleDepot
from .trousseau import TAILLE_CLE, TAILLE_NONCE, ChambreFermee, trousseau

VERSION = 1


def creer_cle(identifiant: UUID) -> bytes:
    """Make the data key of a deposit or a batch, store it wrapped in the safe, return it."""
    cle = secrets.token_bytes(TAILLE_CLE)
    CleDepot.objects.create(
        depot_id=identifiant,
        trousseau=trousseau().ecriture,
        enveloppe=trousseau().envelopper(cle, identifiant.bytes),
    )
    return cle


def cle_de(identifiant: UUID) -> bytes:
    """Return the data key of a deposit. Raises `ChambreFermee` once it is destroyed."""
    try:
        rangee = CleDepot.objects.get(pk=identifiant)
    except CleDepot.DoesNotExist as erreur:
        raise ChambreFermee from erreur
    return trousseau().developper(rangee.trousseau, bytes(rangee.enveloppe), identifiant.bytes)


def detruire_cle(identifiant: UUID) -> None:
    """Destroy the data key: what it sealed can never be opened again."""
    CleDepot.objects.filter(pk=identifiant).delete()


def rechiffrer_cles() -> int:
    """Wrap again, with the writing key, every data key wrapped by an older one; return how many."""
    nom = trousseau().ecriture
    rangees = CleDepot.objects.exclude(trousseau=nom)
    compte = 0
    with transaction.atomic(using="coffre"):
        for rangee in rangees.select_for_update().iterator():
            cle = trousseau().developper(rangee.trousseau, bytes(rangee.enveloppe), rangee.depot_id.bytes)
            rangee.enveloppe = trousseau().envelopper(cle, rangee.depot_id.bytes)
            rangee.trousseau = nom
            rangee.save()
            compte += 1
    return compte


def sceller(cle: bytes, place: str, identifiant: UUID, clair: str) -> bytes:
    """Encrypt `clair` for `place` ("table.column") of row `identifiant`."""
    nonce = secrets.token_bytes(TAILLE_NONCE)
    return nonce + AESGCM(cle).encrypt(nonce, clair.encode(), _contexte(place, identifiant))


def ouvrir(cle: bytes, place: str, identifiant: UUID, scelle: bytes) -> str:
    """Decrypt what `sceller` wrote for the same place. Raises `ChambreFermee` otherwise."""
    try:
        clair = AESGCM(cle).decrypt(scelle[:TAILLE_NONCE], scelle[TAILLE_NONCE:], _contexte(place, identifiant))
    except (ValueError, InvalidTag) as erreur:
        raise ChambreFermee from erreur
    return clair.decode()


def _contexte(place: str, identifiant: UUID) -> bytes:
    return f"{VERSION}|{place}|{identifiant}".encode()
