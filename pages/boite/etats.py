"""What a tool is, for whom, how long it takes, how it reads; and the axes by which the library is narrowed."""

from typing import Final

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class GenreOutil(models.TextChoices):
    """What kind of tool."""

    BROCHURE = "brochure", _("brochure")
    GUIDE = "guide", _("guide")
    AFFICHE = "affiche", _("affiche")
    QUIZ = "quiz", _("quiz")
    AUTOFORMATION = "autoformation", _("autoformation")
    ANIMATION = "animation", _("matériel d’animation")
    VIDEO = "video", _("vidéo")
    AUTRE = "autre", _("autre outil")


class PublicVise(models.TextChoices):
    """For whom it was made."""

    TOUS = "tous", _("tout le monde")
    MEMBRES = "membres", _("membres des ressources")
    PROCHES = "proches", _("proches")
    EQUIPES = "equipes", _("équipes et bénévoles")
    JEUNES = "jeunes", _("jeunes")
    ECOLES = "ecoles", _("écoles et bibliothèques")


class Lecture(models.TextChoices):
    """How it reads."""

    FACILE = "facile", _("facile à lire")
    COURANT = "courant", _("courant")
    AVANCE = "avance", _("avancé")


class Bande(models.TextChoices):
    """How long it takes, by bands."""

    LECTURE = "lecture", _("le temps de lire")
    QUART = "15-min", _("15 minutes ou moins")
    HEURE = "1-h", _("de 16 minutes à 1 heure")
    DEMI_JOUR = "3-h", _("de 1 à 3 heures")
    PLUS = "plus", _("plus de 3 heures")


# The last minute of each band.
FINS: Final = ((15, Bande.QUART), (60, Bande.HEURE), (180, Bande.DEMI_JOUR))


def bande_de(minutes: int | None) -> Bande:
    """Return the band of a duration in minutes; none is the time that it takes to read."""
    if minutes is None:
        return Bande.LECTURE
    return next((bande for fin, bande in FINS if minutes <= fin), Bande.PLUS)


class Format(models.TextChoices):
    """What is taken away, by what opens it."""

    PDF = "pdf", _("PDF")
    TEXTE = "texte", _("texte à modifier")
    DIAPOS = "diapos", _("diapositives")
    TABLEUR = "tableur", _("feuille de calcul")
    EPUB = "epub", _("livre numérique")
    IMAGE = "image", _("image")
    SON = "son", _("son")
    VIDEO = "video", _("vidéo")
    LIEN = "lien", _("lien vers un autre site")
    AUTRE = "autre", _("autre fichier")


EXTENSIONS: Final = {
    Format.PDF: "pdf",
    Format.TEXTE: "doc docx odt rtf txt md",
    Format.DIAPOS: "ppt pptx odp",
    Format.TABLEUR: "xls xlsx ods csv",
    Format.EPUB: "epub",
    Format.IMAGE: "png jpg jpeg svg webp avif gif",
    Format.SON: "mp3 m4a ogg opus wav flac",
    Format.VIDEO: "mp4 webm mov",
}
_PAR_EXTENSION: Final = {fin: genre for genre, fins in EXTENSIONS.items() for fin in fins.split()}


def format_de(nom: str) -> Format:
    """Return the format of a file by the end of its name."""
    return _PAR_EXTENSION.get(nom.rpartition(".")[2].lower(), Format.AUTRE)


class Tri(models.TextChoices):
    """The order of the list."""

    RECENTS = "recents", _("Les plus récents d’abord")
    TITRE = "titre", _("Par titre")


# The axes of the index, by their names in the query of an address, in the order of the page.
AXES: Final = {
    "genre": _("Type d’outil"),
    "public": _("Pour qui"),
    "theme": _("Thème"),
    "duree": _("Durée"),
    "niveau": _("Lecture"),
    "langue": _("Langue"),
    "format": _("Format"),
    "accessible": _("Accessibilité"),
}
# Axes of the index that no link names: every public tool, the words that they hold, the order of their titles, and the
# row that whoever writes holds.
TOUT: Final = "tout"
MOT: Final = "mot"
ORDRE: Final = "ordre"
VERROU: Final = "verrou"


def ordre_des_titres(langue: str) -> str:
    """Return how the index calls the order of titles in a language of the site."""
    return Tri.TITRE.value if langue == settings.LANGUAGE_CODE else f"{Tri.TITRE.value}-{langue}"
