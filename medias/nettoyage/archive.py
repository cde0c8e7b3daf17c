"""Zip archives, as office files are: opened without trust, written again without date, comment or owner."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from .refus import ABIME, CHEMINS, PROTEGE, TROP_GROS_DEPLIE, DocumentRefuse

MEMBRES_MAX: Final = 4000
DEPLIE_MAX: Final = 150 * 1024 * 1024
# The text of a large workbook shrinks fifty times; a bomb, a thousand.
RAPPORT_MAX: Final = 250
RAPPORT_DES: Final = 2 * 1024 * 1024  # below, nothing swells enough to matter
CHIFFRE: Final = 0x1
COMPRESSIONS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass
class Reste:
    """What an archive may still unpack to, with all those that it holds: files, and bytes."""

    membres: int = MEMBRES_MAX
    octets: int = DEPLIE_MAX


def deplier(octets: bytes, reste: Reste) -> dict[str, bytes]:
    """Return the files of an archive, by their path, in order; take them off `reste`. Raises `DocumentRefuse`."""
    try:
        with zipfile.ZipFile(io.BytesIO(octets)) as archive:
            fiches = archive.infolist()
            _verifier(fiches, reste)
            return {fiche.filename: archive.read(fiche) for fiche in fiches if not fiche.is_dir()}
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError) as erreur:
        raise DocumentRefuse(str(ABIME)) from erreur


def replier(membres: Mapping[str, bytes], tel_quel: str = "") -> bytes:
    """Return an archive of `membres`, the same for the same bytes; `tel_quel` comes first and is not compressed."""
    sortie = io.BytesIO()
    with zipfile.ZipFile(sortie, "w") as archive:
        for nom in sorted(membres, key=lambda nom: nom != tel_quel):
            fiche = zipfile.ZipInfo(nom)  # its date is the first of 1980
            fiche.compress_type = zipfile.ZIP_STORED if nom == tel_quel else zipfile.ZIP_DEFLATED
            archive.writestr(fiche, membres[nom])
    return sortie.getvalue()


def _verifier(fiches: list[zipfile.ZipInfo], reste: Reste) -> None:
    """Refuse an archive by what it says of itself, before anything is unpacked: it never gives more than it says."""
    noms = [fiche.filename for fiche in fiches]
    if len(set(noms)) < len(noms) or not all(map(_est_un_chemin_sage, noms)):
        raise DocumentRefuse(str(CHEMINS))
    if any(fiche.flag_bits & CHIFFRE for fiche in fiches):
        raise DocumentRefuse(str(PROTEGE))
    if any(fiche.compress_type not in COMPRESSIONS for fiche in fiches):
        raise DocumentRefuse(str(ABIME))
    gonfles = any(
        fiche.file_size > RAPPORT_DES and fiche.file_size > RAPPORT_MAX * fiche.compress_size for fiche in fiches
    )
    reste.membres -= len(fiches)
    reste.octets -= sum(fiche.file_size for fiche in fiches)
    if gonfles or reste.membres < 0 or reste.octets < 0:
        raise DocumentRefuse(str(TROP_GROS_DEPLIE))


def _est_un_chemin_sage(nom: str) -> bool:
    chemin = PurePosixPath(nom)
    return not (chemin.is_absolute() or ".." in chemin.parts or set(nom) & set("\\:\0"))
