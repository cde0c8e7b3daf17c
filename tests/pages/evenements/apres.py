"""What the tests of the days after an event share."""

from datetime import timedelta
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from pages.evenements.bilan import Accord, ajouter_photo
from pages.models import Evenement, PhotoEvenement
from reseau.horloge import aujourdhui
from reseau.models import Ressource
from tests.fabriques.evenements import MIDI, EvenementFactory

from .gestes import contact_de, une_ressource

LE_LENDEMAIN = "2026-10-12"
GPS, APPAREIL = 0x8825, 0x0110


def un_evenement_passe(ressource: Ressource | None = None, **champs: Any) -> Evenement:
    """Return a confirmed event of October 10, 2026, with somebody to speak for it."""
    evenement: Evenement = EvenementFactory.create(ressource=ressource or une_ressource(), **{"debut": MIDI, **champs})
    return evenement


def une_photo_de_telephone(genre: str = "JPEG") -> SimpleUploadedFile:
    """Return a photograph that says where it was taken, and by what."""
    exif = Image.Exif()
    exif[APPAREIL] = "Telephone de Gaetane"
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (48.0, 27.0, 9.0)
    sortie = BytesIO()
    Image.new("RGB", (1200, 900), "#1e4a3c").save(sortie, genre, exif=exif)
    return SimpleUploadedFile(f"IMG_Gaetane.{genre.lower()}", sortie.getvalue(), f"image/{genre.lower()}")


def un_accord(jours: int = 365) -> Accord:
    """Return a permission given today."""
    return Accord(aujourdhui(), aujourdhui() + timedelta(days=jours), "classeur des accords, no 12")


def une_photo(evenement: Evenement | None = None, accord: Accord | None = None) -> PhotoEvenement:
    """Return a photograph that waits for the federation."""
    evenement = evenement or un_evenement_passe()
    return ajouter_photo(
        evenement=evenement,
        fichier=une_photo_de_telephone(),
        texte="Une table et du pain.",
        accord=accord,
        par=contact_de(evenement),
    )
