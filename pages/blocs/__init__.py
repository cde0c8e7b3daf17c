"""The blocks of a page: one file, one template, one stylesheet and one test each."""

from .annexe import AnnexeBlock
from .appel import AppelBlock
from .chiffre import ChiffreBlock, ValeurChooser
from .chiffre_source import ChiffreSourceBlock
from .citation import CitationBlock
from .citation_nommee import AutorisationChooser, CitationNommeeBlock
from .corps import CorpsStreamBlock, feuilles_de
from .corps_communique import CorpsCommuniqueStreamBlock
from .corps_savant import ChiffresStreamBlock, CorpsSavantStreamBlock
from .definition import DefinitionBlock
from .encadre import EncadreBlock
from .enjeu import EnjeuBlock
from .enregistrement import EnregistrementBlock, EnregistrementChooser
from .extrait import ExtraitBlock
from .image import ImageBlock
from .indicateur import IndicateurBlock
from .initiative import InitiativeBlock
from .ligne_aide import LigneAideBlock
from .mot import MotBlock
from .moyen import MoyenBlock
from .mur_extrait import MurExtraitBlock
from .objectif import ObjectifBlock
from .outil import OutilBlock
from .question import QuestionBlock
from .questions import QuestionsBlock
from .reference import BibliographieStreamBlock, ReferenceBlock
from .resultat import ResultatBlock
from .section import SectionBlock
from .selection import SelectionBlock
from .texte import TexteBlock
from .valeurs import ValeursBlock

__all__ = [
    "AnnexeBlock",
    "AppelBlock",
    "AutorisationChooser",
    "BibliographieStreamBlock",
    "ChiffreBlock",
    "ChiffreSourceBlock",
    "ChiffresStreamBlock",
    "CitationBlock",
    "CitationNommeeBlock",
    "CorpsCommuniqueStreamBlock",
    "CorpsSavantStreamBlock",
    "CorpsStreamBlock",
    "DefinitionBlock",
    "EncadreBlock",
    "EnjeuBlock",
    "EnregistrementBlock",
    "EnregistrementChooser",
    "ExtraitBlock",
    "ImageBlock",
    "IndicateurBlock",
    "InitiativeBlock",
    "LigneAideBlock",
    "MotBlock",
    "MoyenBlock",
    "MurExtraitBlock",
    "ObjectifBlock",
    "OutilBlock",
    "QuestionBlock",
    "QuestionsBlock",
    "ReferenceBlock",
    "ResultatBlock",
    "SectionBlock",
    "SelectionBlock",
    "TexteBlock",
    "ValeurChooser",
    "ValeursBlock",
    "feuilles_de",
]
