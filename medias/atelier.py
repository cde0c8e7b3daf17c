"""Where one recording is prepared: a temporary folder, one thing after another, news all along."""

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from django.utils.translation import gettext as _
from PIL import Image

from .encodage import Encodage, mesurer, tirer_une_affiche
from .enregistrements import Enregistrement
from .sondage import EnregistrementRefuse, Sonde, sonder

# A machine that prepares slower than this is not up to it: four times the length, and a quarter of an hour.
LENTEUR_MAX: Final = 4
MARGE: Final = 900  # seconds
BLOC: Final = 1024 * 1024
PAS: Final = 5.0  # seconds between two news
MESURE: Final = 0.2  # the part of the time that the measure of the loudness takes


class SourcePerdue(Exception):
    """What was received is no longer there."""


@dataclass(frozen=True, slots=True)
class Produit:
    """What is served: an MP3, or an MP4 and its poster; its length in seconds, its loudness in LUFS."""

    fichier: Path
    affiche: Path | None
    duree: float
    largeur: int | None
    hauteur: int | None
    sonie: float | None

    @property
    def poids(self) -> int:
        """Its weight, in bytes."""
        return self.fichier.stat().st_size


class Atelier:
    """One preparation."""

    def __init__(self, enregistrement: Enregistrement, dossier: Path, nouvelles: Callable[[float], object]) -> None:
        """Take the recording, an empty folder, and what is told how far it is, from 0 to 1, every few seconds."""
        self.enregistrement, self.dossier, self._nouvelles = enregistrement, dossier, nouvelles
        self._derniere = 0.0

    def preparer(self) -> Produit:
        """Make what is served.

        Raises:
            SourcePerdue: what was received is gone.
            EnregistrementRefuse: it is not a recording of the kind that was said.
            FfmpegErreur: it does not read to its end, or takes too long.
            OSError: there is no room.
        """
        source = self._source()
        sonde = sonder(source)
        est_video = self.enregistrement.est_video
        verifier_le_genre(sonde, est_video=est_video)
        delai = sonde.duree * LENTEUR_MAX + MARGE
        mesures = None
        if sonde.a_son:
            mesures = mesurer(source, sonde.demuxer, delai=delai, suivre=self._suivre(sonde, 0, MESURE))
        encodage, suivre = Encodage(source, sonde.demuxer, mesures), self._suivre(sonde, MESURE, 1)
        if not est_video:
            vers = self.dossier / "pret.mp3"
            sonie = encodage.en_son(vers, delai=delai, suivre=suivre)
            return Produit(vers, None, sonde.duree, None, None, sonie)
        vers = self.dossier / "pret.mp4"
        sonie = encodage.en_video(vers, delai=delai, suivre=suivre)
        affiche = tirer_une_affiche(vers, self.dossier, sonde.duree, delai=MARGE)
        if affiche is None:
            raise EnregistrementRefuse(_("Cette vidéo ne contient aucune image."))
        with Image.open(affiche) as image:
            largeur, hauteur = image.size
        return Produit(vers, affiche, sonde.duree, largeur, hauteur, sonie)

    def _source(self) -> Path:
        """Return where the received file can be read: where it is, or copied here, block by block."""
        fichier = self.enregistrement.file
        if not fichier.storage.exists(fichier.name):
            raise SourcePerdue
        try:
            return Path(fichier.path)
        except NotImplementedError:  # kept elsewhere than on a disk
            copie = self.dossier / "recu"
        with fichier.storage.open(fichier.name) as distant, copie.open("wb") as ici:
            while bloc := distant.read(BLOC):
                ici.write(bloc)
                self._dire(0)
        return copie

    def _suivre(self, sonde: Sonde, de: float, a: float) -> Callable[[float], None]:
        return lambda secondes: self._dire(de + (a - de) * min(1.0, secondes / sonde.duree))

    def _dire(self, part: float) -> None:
        if time.monotonic() - self._derniere >= PAS:
            self._derniere = time.monotonic()
            self._nouvelles(part)


def verifier_le_genre(sonde: Sonde, *, est_video: bool) -> None:
    """Refuse a video without pictures, and a sound without sound. Raises `EnregistrementRefuse`."""
    if est_video and not sonde.a_image:
        raise EnregistrementRefuse(_("Ce fichier n’a pas d’images : déposez-le comme un son."))
    if not est_video and not sonde.a_son:
        raise EnregistrementRefuse(_("Ce fichier n’a pas de son."))


def voir_sur_disque(fichier: Any, dossier: Path) -> Path:
    """Return the path of a file that is being received: its own if it stands on the disk, or that of a copy."""
    if chemin := getattr(fichier, "temporary_file_path", None):
        return Path(chemin())
    copie = dossier / "recu"
    with copie.open("wb") as ici:
        fichier.seek(0)
        shutil.copyfileobj(fichier, ici, BLOC)
        fichier.seek(0)
    return copie
