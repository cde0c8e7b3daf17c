"""What the room keeps: images, documents, recordings and their words, and the permissions of people."""

from .autorisations import AutorisationImage, AutorisationNom, PorteeNom
from .documents import DocumentCampagne
from .enregistrements import Enregistrement, EtatPreparation
from .images import ImageCampagne, RenditionCampagne
from .langues import Langue
from .niveaux import Niveau
from .noms import nom_au_hasard
from .personnes import Personnes
from .pistes import EtatPiste, Piste
from .versions import VersionDocument

__all__ = [
    "AutorisationImage",
    "AutorisationNom",
    "DocumentCampagne",
    "Enregistrement",
    "EtatPiste",
    "EtatPreparation",
    "ImageCampagne",
    "Langue",
    "Niveau",
    "Personnes",
    "Piste",
    "PorteeNom",
    "RenditionCampagne",
    "VersionDocument",
    "nom_au_hasard",
]
