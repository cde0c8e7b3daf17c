"""What a file given as a recording really is: read from its bytes, never from its name."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.utils.translation import gettext as _

from .ffmpeg import FfmpegErreur, lancer, lire

DELAI: Final = 300  # seconds: two gigabytes are read once, and nothing of them is decoded
HEURES_MAX: Final = 6
JEU: Final = 1.0  # seconds that a healthy file may miss of what its header says
# The first bytes: where, what, the demuxer that will open it, how it is named for a sound and for a video.
SIGNATURES: Final[tuple[tuple[int, tuple[bytes, ...], str, str, str], ...]] = (
    (4, (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip"), "mov", "m4a", "mp4"),
    (0, (b"\x1aE\xdf\xa3",), "matroska", "mkv", "mkv"),
    (0, (b"OggS",), "ogg", "ogg", "ogg"),
    (0, (b"fLaC",), "flac", "flac", "flac"),
    (0, (b"ID3", b"\xff\xfb", b"\xff\xfa", b"\xff\xf3", b"\xff\xf2"), "mp3", "mp3", "mp3"),
    (0, (b"\xff\xf1", b"\xff\xf9"), "aac", "aac", "aac"),
)
TRONQUE: Final = re.compile(r"partial file|ended prematurely|moov atom not found")
ANNONCE: Final = re.compile(r"^  Duration: (\d+):(\d\d):(\d\d\.\d+)", re.MULTILINE)


class EnregistrementRefuse(Exception):
    """The file is not a recording that the site takes; the message is for who sent it."""


@dataclass(frozen=True, slots=True)
class Sonde:
    """A recording as its bytes tell it: how ffmpeg must open it, what it holds, its length in seconds."""

    demuxer: str
    extension: str
    a_image: bool
    a_son: bool
    duree: float


def reconnaitre(debut: bytes) -> tuple[str, str, str]:
    """Return the demuxer of a file from its first 16 bytes, and its extension as a sound and as a video.

    Raises:
        EnregistrementRefuse: it is none of those that the site takes.
    """
    if debut[:4] == b"RIFF" and debut[8:12] == b"WAVE":
        return "wav", "wav", "wav"
    for rang, debuts, demuxer, son, video in SIGNATURES:
        if debut[rang:].startswith(debuts):
            return demuxer, son, video
    raise EnregistrementRefuse(
        _("Ce fichier n’est ni un son (MP3, M4A, WAV, OGG, FLAC) ni une vidéo (MP4, MOV, WebM) que le site sait lire.")
    )


def sonder(chemin: Path) -> Sonde:
    """Read a whole file without decoding it.

    Raises:
        EnregistrementRefuse: it is not a recording, is cut, is empty, or is too long.
        OSError: it cannot be read.
    """
    with chemin.open("rb") as fichier:
        demuxer, son, video = reconnaitre(fichier.read(16))
    sommes = ("-map", "0:V:0?", "-map", "0:a:0?", "-c", "copy", "-map_metadata", "-1", "-f", "streamhash")
    try:
        sortie = lancer("-v", "info", *lire(chemin, demuxer), *sommes, "-hash", "crc32", "-", delai=DELAI)
    except FfmpegErreur as erreur:
        raise EnregistrementRefuse(_illisible(str(erreur))) from None
    if TRONQUE.search(sortie.dit) or _manque(sortie.dit, sortie.secondes):
        raise EnregistrementRefuse(_coupe())
    genres = {ligne.split(",")[1] for ligne in sortie.lignes}
    if not genres & {"a", "v"} or sortie.secondes <= 0:
        raise EnregistrementRefuse(_illisible(""))
    if sortie.secondes > HEURES_MAX * 3600:
        raise EnregistrementRefuse(
            _("Cet enregistrement dure plus de %(heures)s heures : coupez-le en parties.") % {"heures": HEURES_MAX}
        )
    a_image = "v" in genres
    return Sonde(demuxer, video if a_image else son, a_image, "a" in genres, sortie.secondes)


def _manque(dit: str, lues: float) -> bool:
    """Say whether the header announces more than what is there; a guess of ffmpeg's own announces nothing."""
    trouve = ANNONCE.search(dit)
    if trouve is None or "Estimating duration" in dit:
        return False
    heures, minutes, secondes = trouve.groups()
    annoncees = int(heures) * 3600 + int(minutes) * 60 + float(secondes)
    return annoncees - lues > max(JEU, 0.05 * annoncees)


def _illisible(dit: str) -> str:
    return _coupe() if TRONQUE.search(dit) else _("Ce fichier est abîmé : il ne se lit pas.")


def _coupe() -> str:
    return _(
        "Ce fichier est incomplet : sa fin manque. Vérifiez qu’il se lit chez vous jusqu’au bout, puis renvoyez-le."
    )
