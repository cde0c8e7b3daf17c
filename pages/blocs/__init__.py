"""The blocks of a page: one file, one template, one stylesheet and one test each."""

from .appel import AppelBlock
from .citation import CitationBlock
from .corps import CorpsStreamBlock, feuilles_de
from .encadre import EncadreBlock
from .image import ImageBlock
from .ligne_aide import LigneAideBlock
from .mur_extrait import MurExtraitBlock
from .questions import QuestionsBlock
from .selection import SelectionBlock
from .texte import TexteBlock

__all__ = [
    "AppelBlock",
    "CitationBlock",
    "CorpsStreamBlock",
    "EncadreBlock",
    "ImageBlock",
    "LigneAideBlock",
    "MurExtraitBlock",
    "QuestionsBlock",
    "SelectionBlock",
    "TexteBlock",
    "feuilles_de",
]
