# /// script
# requires-python = ">=3.11"
# dependencies = ["imageio-ffmpeg>=0.6", "webvtt-py>=0.6"]
# ///
# ruff: noqa: T201 - a script prints what it made
"""Say the scripts of the demonstration aloud: a WebVTT text in, its sound or its video and the right times out.

No voice of a person: `espeak-ng` (Debian package) speaks. Each speaker of a script has a voice of their own; between
two cues stands a silence. A drawn image makes a video of the sound.
Usage: voix.py SORTIE SCRIPT.vtt [IMAGE.png]. Writes SORTIE/SCRIPT.vtt, and SORTIE/SCRIPT.mp3 or .mp4.
"""

import re
import subprocess
import sys
import tempfile
import wave
from pathlib import Path

from imageio_ffmpeg import get_ffmpeg_exe

VOIX = ("fr-fr+f3", "fr-fr+m3", "fr-be+f2", "fr-fr+m7")
SILENCE = 0.45  # seconds between two cues
DEBIT = "145"  # words per minute
CADENCE = 22_050  # hertz, as espeak-ng writes
REPLIQUE = re.compile(r"<v ([^>]+)>")


def blocs(script: str) -> list[str]:
    """Return the blocks of a WebVTT text after its header."""
    return [bloc for bloc in re.split(r"\n\s*\n", script.strip())[1:] if bloc.strip()]


def parler(texte: str, voix: str, vers: Path) -> float:
    """Say a text into a WAV file; return its duration, in seconds."""
    subprocess.run(["espeak-ng", "-v", voix, "-s", DEBIT, "-w", vers, texte], check=True)  # noqa: S603, S607
    with wave.open(str(vers)) as son:
        return son.getnframes() / son.getframerate()


def heure(secondes: float) -> str:
    """Return a time as WebVTT writes it."""
    minutes, reste = divmod(secondes, 60)
    return f"{int(minutes):02}:{reste:06.3f}"


def dire(script: str, dossier: Path) -> tuple[str, Path, float]:
    """Return the script at its true times, one WAV file of all its cues, and how many seconds it lasts."""
    voix: dict[str, str] = {}
    lignes, morceaux, instant = ["WEBVTT"], [], SILENCE
    for rang, bloc in enumerate(blocs(script)):
        if "-->" not in bloc:
            lignes.append(bloc)
            continue
        texte = bloc.split("\n", bloc[: bloc.index("-->")].count("\n") + 1)[-1]
        qui = (REPLIQUE.search(texte) or [None, ""])[1]
        voix.setdefault(qui, VOIX[len(voix) % len(VOIX)])
        fichier = dossier / f"{rang:03}.wav"
        duree = parler(re.sub(r"<[^>]+>", "", texte).replace("\n", " "), voix[qui], fichier)
        lignes.append(f"{heure(instant)} --> {heure(instant + duree)}\n{texte}")
        morceaux.append(fichier)
        instant += duree + SILENCE
    ensemble = dossier / "tout.wav"
    blanc = b"\0\0" * int(CADENCE * SILENCE)
    with wave.open(str(ensemble), "wb") as sortie:
        sortie.setparams((1, 2, CADENCE, 0, "NONE", ""))
        sortie.writeframes(blanc)
        for morceau in morceaux:
            with wave.open(str(morceau)) as son:
                sortie.writeframes(son.readframes(son.getnframes()) + blanc)
    return "\n\n".join(lignes) + "\n", ensemble, instant


def encoder(son: Path, duree: float, vers: Path, image: Path | None) -> None:
    """Encode the sound, or a video of one image and the sound. One image is looped: only `duree` ends it."""
    entree = ["-loop", "1", "-framerate", "2", "-i", image] if image else []
    video = [
        "-vf",
        "scale=640:-2",
        "-c:v",
        "libx264",
        "-tune",
        "stillimage",
        "-pix_fmt",
        "yuv420p",
        "-t",
        f"{duree:.3f}",
    ]
    reglages = [*video, "-c:a", "aac", "-b:a", "40k"] if image else ["-c:a", "libmp3lame", "-b:a", "40k"]
    commande = [get_ffmpeg_exe(), "-y", "-v", "error", *entree, "-i", son, *reglages]
    subprocess.run([*commande, "-map_metadata", "-1", "-fflags", "+bitexact", vers], check=True)  # noqa: S603


def main() -> None:
    """Make the files of one script."""
    sortie, script, *image = map(Path, sys.argv[1:])
    with tempfile.TemporaryDirectory() as dossier:
        texte, son, duree = dire(script.read_text(), Path(dossier))
        fichier = sortie / f"{script.stem}.{'mp4' if image else 'mp3'}"
        encoder(son, duree, fichier, image[0] if image else None)
    (sortie / f"{script.stem}.vtt").write_text(texte)
    print(f"{fichier.name}: {fichier.stat().st_size} bytes")


if __name__ == "__main__":
    main()
