"""One file per page type, and the reviewed help lines."""

from .accueil import AccueilPage
from .aide import AideSetting
from .campagne import CampagnePage
from .contenu import ContenuPage
from .edition import EditionPage, TemoignageVedette
from .mur import MurPage

__all__ = [
    "AccueilPage",
    "AideSetting",
    "CampagnePage",
    "ContenuPage",
    "EditionPage",
    "MurPage",
    "TemoignageVedette",
]
