"""One file per page type, and the reviewed help lines."""

from ..publication.approbation import Approbation
from ..publication.errata import Erratum
from ..publication.exigence import ExigenceRelecture
from ..publication.partage.modeles import AccesPartage, LienPartage
from ..publication.relecture import RelectureTask
from .accueil import AccueilPage
from .agenda import AgendaPage
from .aide import AideSetting
from .bilan_evenement import BilanEvenement, PhotoEvenement
from .cahier import CahierPage
from .campagne import CampagnePage
from .chiffres import SerieChiffre, Valeur
from .communique import CommuniquePage
from .communique_rangees import ContactPresse, PhotoPresse, PorteParole, VarianteRegionale
from .contenu import ContenuPage
from .edition import EditionPage, TemoignageVedette
from .evenement import Evenement, EvenementQuerySet
from .fiche import FichePage
from .mur import MurPage
from .oeuvre import OeuvrePage, PhotoOeuvre
from .page_chiffres import ChiffresPage
from .plan_strategique import PlanPage
from .plateforme import PlateformePage
from .programme import Plage, ProgrammePage
from .publications import PublicationsPage
from .rayon import RayonPage
from .repertoire import RepertoirePage
from .revendication import RevendicationPage
from .salle_de_presse import SalleDePressePage

__all__ = [
    "AccesPartage",
    "AccueilPage",
    "AgendaPage",
    "AideSetting",
    "Approbation",
    "BilanEvenement",
    "CahierPage",
    "CampagnePage",
    "ChiffresPage",
    "CommuniquePage",
    "ContactPresse",
    "ContenuPage",
    "EditionPage",
    "Erratum",
    "Evenement",
    "EvenementQuerySet",
    "ExigenceRelecture",
    "FichePage",
    "LienPartage",
    "MurPage",
    "OeuvrePage",
    "PhotoEvenement",
    "PhotoOeuvre",
    "PhotoPresse",
    "Plage",
    "PlanPage",
    "PlateformePage",
    "PorteParole",
    "ProgrammePage",
    "PublicationsPage",
    "RayonPage",
    "RelectureTask",
    "RepertoirePage",
    "RevendicationPage",
    "SalleDePressePage",
    "SerieChiffre",
    "TemoignageVedette",
    "Valeur",
    "VarianteRegionale",
]
