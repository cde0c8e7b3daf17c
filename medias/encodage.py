"""What the site makes of a recording: an MP3 or an MP4 with nothing but sound and picture, at one loudness."""

import json
import math
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from PIL import Image, ImageStat

from .ffmpeg import FILS, FfmpegErreur, lancer, lire
from .sondage import HEURES_MAX

# −16 LUFS, peaks under −1 dB: what Apple Podcasts asks of spoken sound (« Audio requirements », podcasters.apple.com,
# ± 1 LU); measured as EBU R128 says. Half a decibel more is left for what MP3 and AAC add to peaks.
SONIE_VOULUE: Final = -16.0
NORME: Final = f"loudnorm=I={SONIE_VOULUE}:TP=-1.5:LRA=11"
# One voice or two channels, never more; podcast clients jump by bytes, so the rate is constant.
VOIES: Final = "aformat=channel_layouts=mono|stereo"
DEBIT_MONO, DEBIT_STEREO = "96k", "128k"
HAUTEUR_MAX: Final = 720
# Square pixels, even sides, upright (ffmpeg turns by itself what a phone recorded on its side).
CADRE: Final = f"scale=w='trunc(oh*dar/2)*2':h='trunc(min({HAUTEUR_MAX},ih)/2)*2',setsar=1,format=yuv420p"
# Nothing but the first picture that moves and the first sound: no cover, subtitle, data stream, tag or chapter.
RIEN_D_AUTRE: Final = (
    *("-map_metadata", "-1", "-map_metadata:s", "-1", "-map_chapters", "-1", "-sn", "-dn"),
    *("-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-bitexact"),
)
PLAFOND: Final = {"i": 0, "thresh": 0}
MOMENTS: Final = (0.1, 0.25, 0.5, 0.75)  # where a poster is looked for, in parts of the length
NOIR, UNI = 24, 6  # under these, of 255, a picture is black, or of one colour

Suivi = Callable[[float], object]


def mesurer(source: Path, demuxer: str = "", *, delai: float, suivre: Suivi | None = None) -> dict[str, str]:
    """Return the loudness of a recording as ffmpeg's `loudnorm` writes it (`input_i`, in LUFS…), and its `voies`.

    Raises:
        FfmpegErreur: it does not read.
    """
    filtre = f"{VOIES},{NORME}:print_format=json"
    sortie = lancer(
        *("-v", "info", *lire(source, demuxer), "-map", "0:a:0", "-af", filtre, *RIEN_D_AUTRE, "-f", "null", "-"),
        delai=delai,
        suivre=suivre,
    )
    apres = sortie.dit.rpartition("Output #0")[2]
    mesures = _mesures(sortie.dit)
    return {**mesures, "voies": "1" if re.search(r"Audio: [^\n]*\bmono\b", apres) else "2"}


def _mesures(dit: str) -> dict[str, str]:
    trouve = re.search(r"\{[^{}]*\}\s*\Z", dit[: dit.rfind("}") + 1])
    if trouve is None:
        raise FfmpegErreur
    return {nom: str(valeur) for nom, valeur in json.loads(trouve[0]).items()}


def _egaliser(mesures: dict[str, str]) -> Iterator[str]:
    """Yield the filters of the sound; silence stays silent, since nothing measures it."""
    yield VOIES
    if math.isfinite(float(mesures["input_i"])):
        noms = {"i": "measured_I", "tp": "measured_TP", "lra": "measured_LRA", "thresh": "measured_thresh"}
        # A saturated sound is measured a little above 0, which the filter does not take back.
        lues = {nom: min(float(mesures[f"input_{nom}"]), PLAFOND.get(nom, 99)) for nom in noms}
        connues = ":".join(f"{vers}={lues[nom]}" for nom, vers in noms.items())
        yield f"{NORME}:{connues}:offset={mesures['target_offset']}:linear=true:print_format=json"


class Encodage:
    """One recording, from what was received to what is served."""

    def __init__(self, source: Path, demuxer: str, mesures: dict[str, str] | None) -> None:
        """Take the file, how ffmpeg opens it, and its loudness (`mesurer`): nothing for a video without sound."""
        self.entree = lire(source, demuxer)
        self.mesures = mesures

    def en_son(self, vers: Path, *, delai: float, suivre: Suivi | None = None) -> float | None:
        """Write an MP3; return its loudness in LUFS, nothing when it is silent. Raises `FfmpegErreur`."""
        debit = DEBIT_MONO if self.mesures and self.mesures["voies"] == "1" else DEBIT_STEREO
        return self._ecrire(
            *("-map", "0:a:0", *self._son(44_100), "-c:a", "libmp3lame", "-b:a", debit),
            *("-id3v2_version", "0", "-f", "mp3", str(vers)),
            delai=delai,
            suivre=suivre,
        )

    def en_video(self, vers: Path, *, delai: float, suivre: Suivi | None = None) -> float | None:
        """Write an MP4 that starts before it is all there; return its loudness, as `en_son`. Raises `FfmpegErreur`."""
        son = ("-map", "0:a:0", *self._son(48_000), "-c:a", "aac", "-b:a", DEBIT_STEREO) if self.mesures else ()
        return self._ecrire(
            *("-map", "0:V:0", *son, "-vf", CADRE, "-fpsmax", "60"),
            *("-c:v", "libx264", "-preset", "fast", "-crf", "23", "-maxrate", "2500k", "-bufsize", "5000k"),
            *("-threads", str(FILS), "-a53cc", "0", "-movflags", "+faststart", "-f", "mp4", str(vers)),
            delai=delai,
            suivre=suivre,
        )

    def _son(self, echantillons: int) -> tuple[str, ...]:
        return ("-af", ",".join(_egaliser(self.mesures or {"input_i": "-inf"})), "-ar", str(echantillons))

    def _ecrire(self, *arguments: str, delai: float, suivre: Suivi | None) -> float | None:
        # What is made is no longer than what may be received, whatever the times written in the file.
        bornes = ("-t", str(HEURES_MAX * 3600), *RIEN_D_AUTRE)
        sortie = lancer("-v", "info", *self.entree, *bornes, *arguments, delai=delai, suivre=suivre)
        if self.mesures is None or not math.isfinite(float(self.mesures["input_i"])):
            return None
        sonie = float(_mesures(sortie.dit)["output_i"])
        return sonie if math.isfinite(sonie) else None


def tirer_une_affiche(video: Path, dossier: Path, duree: float, *, delai: float) -> Path | None:
    """Draw the poster of a prepared video into a folder: about a tenth of the way, later if that is black.

    Returns the path of a JPEG, of the size of the video; nothing when the video gives no picture at all.
    """
    affiche = None
    for rang, part in enumerate(MOMENTS):
        vers = dossier / f"affiche-{rang}.jpg"
        image = ("-map", "0:V:0", "-frames:v", "1", *RIEN_D_AUTRE, "-q:v", "3", "-f", "image2", "-update", "1")
        lancer("-v", "error", "-ss", f"{duree * part:.3f}", *lire(video), *image, str(vers), delai=delai)
        if vers.exists():
            affiche = vers
            if _dit_quelque_chose(vers):
                break
    return affiche


def _dit_quelque_chose(chemin: Path) -> bool:
    with Image.open(chemin) as image:
        gris = ImageStat.Stat(image.convert("L"))
    return gris.mean[0] >= NOIR and gris.stddev[0] >= UNI
