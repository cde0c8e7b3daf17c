"""Every file that the site keeps: storages, logs, spooled mail. Names and contents."""

import email
import email.policy
import logging
from collections.abc import Iterable, Iterator
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings
from django.core.files.storage import Storage, storages

from medias.transfert import noms_presents

from .morceaux import Morceau, flux_de, reference_sure, textes_du_flux

SEPARATEUR_DE_COURRIELS = b"\n" + b"-" * 79 + b"\n"  # as Django's file backend writes it


def lire_medias() -> Iterator[Morceau]:
    """Yield the name and the readable bytes of every file of every storage."""
    for alias in set(settings.STORAGES) - set(magasins_muets()):
        magasin = storages[alias]
        for nom in noms_presents(magasin):
            yield Morceau(f"noms:{alias}", reference_sure(nom), nom)
            with magasin.open(nom) as fichier:
                for texte in textes_du_flux(fichier):
                    yield Morceau(f"medias:{alias}", reference_sure(nom), texte)


def magasins_muets() -> list[str]:
    """Return the storages that cannot list what they hold."""
    return [alias for alias in settings.STORAGES if type(storages[alias]).listdir is Storage.listdir]


def lire_journaux(autres: Iterable[Path] = ()) -> Iterator[Morceau]:
    """Yield the log files that the loggers write, their rotations, and any `autres` that the operator names."""
    for fichier in sorted({*fichiers_de_journal(), *autres}):
        with fichier.open("rb") as flux:
            for texte in textes_du_flux(flux):
                yield Morceau("journaux", reference_sure(fichier.name), texte)


def fichiers_de_journal() -> set[Path]:
    """Return the files of the file handlers, old ones included."""
    bases = [Path(sortie.baseFilename) for sortie in sorties() if isinstance(sortie, logging.FileHandler)]
    return {fichier for base in bases for fichier in base.parent.glob(f"{base.name}*") if fichier.is_file()}


def sorties() -> list[logging.Handler]:
    """Return every handler of every logger of this process."""
    journaux = [logging.getLogger(), *(logging.getLogger(nom) for nom in list(logging.root.manager.loggerDict))]
    return list(dict.fromkeys(sortie for journal in journaux for sortie in journal.handlers))


def lire_courriels_en_fichiers() -> Iterator[Morceau]:
    """Yield the messages that Django's file backend keeps, decoded."""
    dossier = getattr(settings, "EMAIL_FILE_PATH", None)
    for fichier in sorted(Path(dossier).glob("*")) if dossier else ():
        for message in fichier.read_bytes().split(SEPARATEUR_DE_COURRIELS):
            for texte in textes_du_courriel(message):
                yield Morceau("courriels", reference_sure(fichier.name), texte)


def textes_du_courriel(octets: bytes) -> Iterator[str]:
    """Yield the headers, the parts and the attachments of a message, decoded."""
    message = email.message_from_bytes(octets, _class=EmailMessage, policy=email.policy.default)
    for partie in message.walk():
        for nom, valeur in partie.items():
            yield f"{nom}: {valeur}"
        if not partie.is_multipart():
            yield from textes_du_flux(flux_de(bytes(partie.get_payload(decode=True) or b"")))
