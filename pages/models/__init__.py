"""One file per page type, and the reviewed help lines."""

from ..publication.approbation import Approbation
from ..publication.errata import Erratum
from ..publication.exigence import ExigenceRelecture
from ..publication.partage.modeles import AccesPartage, LienPartage
from ..publication.relecture import RelectureTask
from .accueil import AccueilPage
from .aide import AideSetting
from .cahier import CahierPage
from .campagne import CampagnePage
from .chiffres import SerieChiffre, Valeur
from .communique import CommuniquePage
from .communique_rangees import ContactPresse, PorteParole, VarianteRegionale
from .contenu import ContenuPage
from .edition import EditionPage, TemoignageVedette
from .fiche import FichePage
from .mur import MurPage
from .oeuvre import OeuvrePage, PhotoOeuvre
from .page_chiffres import ChiffresPage
from .plateforme import PlateformePage
from .programme import Plage, ProgrammePage
from .revendication import RevendicationPage
from .salle_de_presse import SalleDePressePage

__all__ = [
    "AccesPartage",
    "AccueilPage",
    "AideSetting",
    "Approbation",
    "CahierPage",
    "CampagnePage",
    "ChiffresPage",
    "CommuniquePage",
    "ContactPresse",
    "ContenuPage",
    "EditionPage",
    "Erratum",
    "ExigenceRelecture",
    "FichePage",
    "LienPartage",
    "MurPage",
    "OeuvrePage",
    "PhotoOeuvre",
    "Plage",
    "PlateformePage",
    "PorteParole",
    "ProgrammePage",
    "RelectureTask",
    "RevendicationPage",
    "SalleDePressePage",
    "SerieChiffre",
    "TemoignageVedette",
    "Valeur",
    "VarianteRegionale",
]
