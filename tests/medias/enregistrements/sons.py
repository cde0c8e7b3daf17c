"""Sounds and videos of a second or two, that say all that a phone can say; and files as nobody should give them."""

import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import imageio_ffmpeg
from django.core.files.uploadedfile import SimpleUploadedFile

from ..photos import photo

AUTEUR, SERIE, LIEU, APPAREIL = "Gaetane Beausejour", "SN-7741-XK", "+48.4525-068.5230/", "Telephone de Gaetane"
# What must be found nowhere: who, with what, where, when.
SECRETS = (b"Gaetane", b"Beausejour", b"gaetane", SERIE.encode(), b"48.4525", b"2024-07-03", b"com.apple.quicktime")
VIDEOS, SONS = ("mp4", "mov", "webm"), ("mp3", "m4a", "wav", "ogg", "flac")
NOM = "entrevue-de-gaetane-beausejour"
DIT = {
    "title": f"Chez {AUTEUR}", "artist": AUTEUR, "author": AUTEUR, "comment": SERIE, "location": LIEU, "make": APPAREIL,
    "com.apple.quicktime.location.ISO6709": LIEU, "com.apple.quicktime.make": APPAREIL, "serial": SERIE,
    "creation_time": "2024-07-03T10:00:00Z",
}  # fmt: skip
# Text in the pictures themselves: the private line that an encoder may write among them.
SEI = f"h264_metadata=sei_user_data=086f3693-b7b3-4f2c-9653-21492feee5b8+{AUTEUR.replace(' ', '-')}"
CHAPITRES = f";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=900\ntitle={AUTEUR}\n"


def ffmpeg(*arguments: str | Path) -> str:
    """Run ffmpeg; return what it says."""
    commande = [imageio_ffmpeg.get_ffmpeg_exe(), "-nostdin", "-hide_banner", "-y", *map(str, arguments)]
    return subprocess.run(commande, capture_output=True, check=True).stderr.decode(errors="replace")


@cache
def enregistrement(extension: str, volume: float = 0.05, duree: float = 1.5) -> bytes:
    """Return a recording of two tones, with pictures that move when its container holds some, and all the secrets."""
    with TemporaryDirectory() as dossier:
        vers, chapitres, couverture = (Path(dossier, nom) for nom in (f"a.{extension}", "c.txt", "c.png"))
        chapitres.write_text(CHAPITRES)
        couverture.write_bytes(photo("PNG"))
        entrees: list[str | Path] = ["-f", "lavfi", "-i", f"sine=f=300:d={duree},volume={volume}*20", "-i", chapitres]
        sorties: list[str | Path] = ["-map", "0:a", "-map_metadata", "1", "-map_chapters", "1", "-ac", "2"]
        if extension in VIDEOS:
            entrees += ["-f", "lavfi", "-i", f"testsrc2=s=128x96:r=10:d={duree}"]
            codec = ["libvpx", "-deadline", "realtime"] if extension == "webm" else ["libx264", "-bsf:v", SEI]
            sorties += ["-map", "2:v", "-c:v", *codec]
        elif extension in {"mp3", "flac"}:
            entrees += ["-i", couverture]
            sorties += ["-map", "2:v", "-c:v", "copy", "-disposition:v", "attached_pic"]
        for nom, valeur in DIT.items():
            sorties += ["-metadata", f"{nom}={valeur}", "-metadata:s:a:0", f"{nom}={valeur}"]
        if extension in {"mp4", "m4a"}:
            sorties += ["-movflags", "+use_metadata_tags+faststart"]
        ffmpeg(*entrees, *sorties, vers)
        return vers.read_bytes()


def sonie_de(octets: bytes, dossier: Path) -> float:
    """Return the loudness of a recording in LUFS, by another measure than that of the site (`ebur128`)."""
    fichier = dossier / "mesure"
    fichier.write_bytes(octets)
    dit = ffmpeg("-i", fichier, "-vn", "-af", "ebur128", "-f", "null", "-")
    return float(dit.rpartition("I:")[2].split()[0])


def recu(octets: bytes, nom: str) -> SimpleUploadedFile:
    """Return a file as a browser sends it."""
    return SimpleUploadedFile(nom, octets, "application/octet-stream")


def _noir() -> bytes:
    with TemporaryDirectory() as dossier:
        vers = Path(dossier, "noir.mp4")
        entrees = (
            "-f",
            "lavfi",
            "-i",
            "color=black:s=64x48:r=10:d=1",
            "-f",
            "lavfi",
            "-i",
            "testsrc2=s=64x48:r=10:d=1",
        )
        ffmpeg(*entrees, "-filter_complex", "concat=n=2:v=1:a=0", "-c:v", "libx264", vers)
        return vers.read_bytes()


VIDEO_QUI_COMMENCE_DANS_LE_NOIR = cache(_noir)
LISTE_HLS = b"#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n/etc/passwd\n#EXT-X-ENDLIST\n"
LISTE_FFCONCAT = b"ffconcat version 1.0\nfile '/etc/passwd'\n"


def _png() -> bytes:
    return photo("PNG")


# What is refused, and a word of what the person reads.
REFUSES = {
    "vide": (lambda: b"", "vide"),
    "mp4 coupé": (lambda: enregistrement("mp4")[: len(enregistrement("mp4")) // 2], "incomplet"),
    "mov coupé": (lambda: enregistrement("mov")[: len(enregistrement("mov")) // 2], "incomplet"),
    "webm coupé": (lambda: enregistrement("webm")[: len(enregistrement("webm")) // 2], "incomplet"),
    "flac coupé": (lambda: enregistrement("flac", duree=30)[: len(enregistrement("flac", duree=30)) // 2], "incomplet"),
    "page web": (lambda: b"<html><script>alert(1)</script></html>", "ni un son"),
    "programme": (lambda: b"MZ" + bytes(500), "ni un son"),
    "image": (_png, "ni un son"),
    "liste d’adresses": (lambda: LISTE_HLS, "ni un son"),
    "liste de fichiers": (lambda: LISTE_FFCONCAT, "ni un son"),
    "liste sous une entête de mp4": (lambda: b"\0\0\0\x18ftypmp42" + LISTE_HLS * 9, "abîmé|incomplet"),
    "liste sous une étiquette de mp3": (lambda: b"ID3\x04\0\0\0\0\0\0" + LISTE_HLS * 9, "abîmé"),
    "bruit": (lambda: bytes(range(256)) * 8, "ni un son"),
}
