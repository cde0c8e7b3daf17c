"""Running ffmpeg on files that strangers made: no shell, no network, no other file than the one given, bounded."""

import errno
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO, Final, NamedTuple

import imageio_ffmpeg

MEMOIRE: Final = 64_000  # how much is kept of what ffmpeg says, in characters: a broken file makes it say gigabytes
# 8K and a little more: a few bytes may say that they hold a picture of a terapixel.
PIXELS_MAX: Final = 40_000_000
FILS: Final = 2
PLACE_MANQUE: Final = "No space left on device"


class Sortie(NamedTuple):
    """What ffmpeg answered: its standard output, the end of what it said, and the seconds that it went through."""

    lignes: list[str]
    dit: str
    secondes: float


class FfmpegErreur(Exception):
    """ffmpeg did not go to the end. Its words may quote the file: never for a log or a screen."""


class DelaiDepasse(FfmpegErreur):
    """ffmpeg took too long and was stopped."""


def lire(chemin: Path, demuxer: str = "") -> list[str]:
    """Return the arguments that open a file, as what it is (`demuxer`, guessed when empty) and nothing else.

    The demuxer of a file that came from outside is always named, and protocols are limited to files and pipes: a list
    of addresses named .mp4 is then a broken MP4. `medias.sondage` names it from the first bytes.
    """
    comme = ["-f", demuxer] if demuxer else []
    return ["-protocol_whitelist", "file,pipe", "-max_pixels", str(PIXELS_MAX), *comme, "-i", f"file:{chemin}"]


def lancer(*arguments: str, delai: float, suivre: Callable[[float], object] | None = None) -> Sortie:
    """Run ffmpeg to its end.

    Args:
        arguments: all but those that every run has.
        delai: after how many seconds it is stopped.
        suivre: called, about twice a second, with the seconds of media that are done; what it raises stops ffmpeg.

    Raises:
        OSError: there is no room left on the disk.
        FfmpegErreur: it failed, or took too long (`DelaiDepasse`).
    """
    commande = [imageio_ffmpeg.get_ffmpeg_exe(), "-nostdin", "-hide_banner", "-nostats", "-y"]
    commande += ["-threads", str(FILS), "-progress", "pipe:1", *arguments]
    processus = subprocess.Popen(  # noqa: S603 - no shell; a path of ours and no word of anybody
        commande, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    depasse = threading.Event()

    def arreter() -> None:
        depasse.set()
        processus.kill()

    gardien = threading.Timer(delai, arreter)
    gardien.start()
    try:
        sortie, code = _aller_au_bout(processus, suivre)
    finally:
        gardien.cancel()
    if depasse.is_set():
        raise DelaiDepasse
    if code and PLACE_MANQUE in sortie.dit:
        raise OSError(errno.ENOSPC, PLACE_MANQUE)
    if code:
        raise FfmpegErreur(sortie.dit)
    return sortie


def _aller_au_bout(
    processus: "subprocess.Popen[bytes]", suivre: Callable[[float], object] | None
) -> tuple[Sortie, int]:
    """Read both pipes of ffmpeg until it ends, or end it; return what it said and its exit code."""
    assert processus.stdout is not None  # noqa: S101 - both were asked for
    assert processus.stderr is not None  # noqa: S101 - idem
    fin = _Fin(processus.stderr)
    fin.start()
    try:
        with processus.stdout as flux:
            lignes, secondes = _suivre(flux, suivre)
        code = processus.wait()
    finally:
        processus.kill()
        processus.wait()
        fin.join()
    return Sortie(lignes, fin.dit, secondes), code


def _suivre(flux: IO[bytes], suivre: Callable[[float], object] | None) -> tuple[list[str], float]:
    """Read what ffmpeg counts; return its other lines, and how far it went."""
    lignes, secondes = [], 0.0
    for octets in flux:
        ligne = octets.decode(errors="replace").strip()
        nom, _egal, valeur = ligne.partition("=")
        if nom == "out_time_us" and valeur.lstrip("-").isdigit():
            secondes = max(secondes, int(valeur) / 1e6)
            if suivre:
                suivre(secondes)
        elif "," in nom:  # « 0,v,CRC32=… »: a line of the sums, not a count
            lignes.append(ligne)
    return lignes, secondes


class _Fin(threading.Thread):
    """Reads what ffmpeg says as it comes, and keeps its end: a full pipe would stop it."""

    def __init__(self, flux: IO[bytes]) -> None:
        super().__init__(daemon=True)
        self.flux, self.dit = flux, ""

    def run(self) -> None:
        with self.flux as flux:
            while octets := flux.read1(4096):  # type: ignore[attr-defined]  # a buffered pipe
                self.dit = (self.dit + octets.decode(errors="replace"))[-MEMOIRE:]
