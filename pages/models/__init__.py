"""One file per page type, and the reviewed help lines."""

from ..publication.approbation import Approbation
from ..publication.errata import Erratum
from ..publication.exigence import ExigenceRelecture
from ..publication.partage.modeles import AccesPartage, LienPartage
from ..publication.relecture import RelectureTask
from ..recherche.modeles import EntreeRecherche, MotRecherche
from ..traduction.modeles import SourceTraduite, VersionTraduite
from .accueil import AccueilPage
from .agenda import AgendaPage
from .aide import AideSetting
from .balado import BaladoPage
from .bilan_evenement import BilanEvenement, PhotoEvenement
from .boite import BoitePage
from .cahier import CahierPage
from .campagne import CampagnePage
from .capsule import CapsulePage
from .capsule_personne import PersonneCapsule
from .capsules import CapsulesPage, SerieCapsulesPage
from .chiffres import SerieChiffre, Valeur
from .communique import CommuniquePage
from .communique_rangees import ContactPresse, PhotoPresse, PorteParole, VarianteRegionale
from .contenu import ContenuPage
from .edition import EditionPage, TemoignageVedette
from .episode import EpisodePage
from .episode_rangees import Chapitre, PersonneEpisode
from .evenement import Evenement, EvenementQuerySet
from .fiche import FichePage
from .fichier_outil import FichierOutil
from .index_outils import EnsembleOutils, FicheOutil
from .mur import MurPage
from .numero_episode import NumeroEpisode
from .oeuvre import OeuvrePage, PhotoOeuvre
from .outil import OutilPage
from .page_chiffres import ChiffresPage
from .plan_strategique import PlanPage
from .plateforme import PlateformePage
from .programme import Plage, ProgrammePage
from .publications import PublicationsPage
from .rayon import RayonPage
from .repertoire import RepertoirePage
from .revendication import RevendicationPage
from .salle_de_presse import SalleDePressePage
from .telechargement import Telechargement
from .trousse import OutilDeTrousse, TroussePage
from .voix_entendue import VoixEntendue

__all__ = [
    "AccesPartage",
    "AccueilPage",
    "AgendaPage",
    "AideSetting",
    "Approbation",
    "BaladoPage",
    "BilanEvenement",
    "BoitePage",
    "CahierPage",
    "CampagnePage",
    "CapsulePage",
    "CapsulesPage",
    "Chapitre",
    "ChiffresPage",
    "CommuniquePage",
    "ContactPresse",
    "ContenuPage",
    "EditionPage",
    "EnsembleOutils",
    "EntreeRecherche",
    "EpisodePage",
    "Erratum",
    "Evenement",
    "EvenementQuerySet",
    "ExigenceRelecture",
    "FicheOutil",
    "FichePage",
    "FichierOutil",
    "LienPartage",
    "MotRecherche",
    "MurPage",
    "NumeroEpisode",
    "OeuvrePage",
    "OutilDeTrousse",
    "OutilPage",
    "PersonneCapsule",
    "PersonneEpisode",
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
    "SerieCapsulesPage",
    "SerieChiffre",
    "SourceTraduite",
    "Telechargement",
    "TemoignageVedette",
    "TroussePage",
    "Valeur",
    "VarianteRegionale",
    "VersionTraduite",
    "VoixEntendue",
]
