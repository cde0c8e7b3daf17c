"""Recordings that are ready, and their words."""

import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import imageio_ffmpeg
from django.core.files.base import ContentFile

from medias.models import Enregistrement, EtatPiste, EtatPreparation, Langue, Piste

VTT = """WEBVTT

NOTE titre: La porte

00:00.000 --> 00:01.500
<v Une voisine>Bonjour, entrez donc.

00:01.500 --> 00:03.000
<v Un voisin>La soupe mijote.
"""
# What each kind is made of: a pattern and a tone, drawn by ffmpeg, three seconds long.
MOTIF = ("-f", "lavfi", "-i", "testsrc=size=320x180:rate=10:duration=3")
TON = ("-f", "lavfi", "-i", "sine=frequency=330:duration=3")
COMMENT = {
    "video": ("a.mp4", (*MOTIF, *TON, "-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac", "-shortest")),
    "audio": ("a.mp3", (*TON, "-c:a", "libmp3lame")),
}


@cache
def octets_de(genre: str) -> bytes:
    """Return a recording of three seconds, as ffmpeg makes it."""
    nom, arguments = COMMENT[genre]
    with TemporaryDirectory() as dossier:
        sortie = Path(dossier) / nom
        commande = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", *arguments, str(sortie)]
        subprocess.run(commande, check=True, stdin=subprocess.DEVNULL)
        return sortie.read_bytes()


def un_enregistrement(genre: str = "video", octets: bytes = b"...", **champs: Any) -> Enregistrement:
    """Return a recording that is ready; `octets`: those of `octets_de` for one that a browser reads."""
    nom = COMMENT[genre][0]
    mesures = {"width": 320, "height": 180} if genre == "video" else {}
    connus = {"title": "La porte rouge", "type": genre, "duration": 3, "poids": len(octets), **mesures}
    valeurs = {**connus, "etat": EtatPreparation.PRET, **champs}
    return Enregistrement.objects.create(file=ContentFile(octets, name=nom), **valeurs)


def une_piste(enregistrement: Enregistrement, vtt: str = VTT, **champs: Any) -> Piste:
    """Return the words of a recording, reviewed, in French unless said otherwise."""
    valeurs = {"langue": Langue.FRANCAIS, "etat": EtatPiste.RELUE, **champs}
    return Piste.objects.create(enregistrement=enregistrement, vtt=vtt, **valeurs)
