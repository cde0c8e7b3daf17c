"""The keys of the archives: a file outside of them, as the keyring of the raw words, and never the same one."""

import secrets
from base64 import b64decode, b64encode

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from temoignages.chambre.trousseau import TAILLE_CLE, lire_secret

from .refus import SauvegardeImpossible

NOM = "CLE_SAUVEGARDES"


def cles() -> dict[str, bytes]:
    """Return the named keys, the one that writes first; in development the file is made on first use, with a warning.

    Raises:
        SauvegardeImpossible: no file is named, it is not there, or it does not hold keys.
    """
    if not getattr(settings, NOM):
        raise SauvegardeImpossible(
            f"{NOM} n’est pas défini : sans clé, rien n’est sauvegardé. Voir docs/exploitation/sauvegardes.md."
        )
    try:
        texte = lire_secret(NOM, lambda: f"cle-1 {b64encode(secrets.token_bytes(TAILLE_CLE)).decode()}\n")
        lues = {nom: b64decode(cle, validate=True) for nom, cle in map(str.split, filter(None, texte.splitlines()))}
    except (ImproperlyConfigured, OSError):
        raise SauvegardeImpossible(f"{NOM} : le fichier de la clé est introuvable ou illisible.") from None
    except ValueError:
        lues = {}
    if not lues or any(len(cle) != TAILLE_CLE for cle in lues.values()):
        raise SauvegardeImpossible(f"{NOM} : chaque ligne doit tenir un nom, une espace et 32 octets en base64.")
    return lues
