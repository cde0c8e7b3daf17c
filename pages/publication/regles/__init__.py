"""The gates, one file each. A page type picks its own among them; `GENERIQUES` are those of every page."""

from ..confidentialite import CONFIDENTIALITE
from ..errata import ERRATUM
from .citations import CITATIONS
from .contraste import CONTRASTE
from .documents import DOCUMENTS
from .enregistrements import ENREGISTREMENTS
from .identifiants import IDENTIFIANTS
from .images import IMAGES
from .intertitres import INTERTITRES
from .liens import LIENS
from .prudence import PRUDENCE
from .rang import RANG
from .redites import REDITES
from .traduction import JUMELLE, TRADUCTION
from .validite import VALIDITE

GENERIQUES = (
    VALIDITE, CONFIDENTIALITE, LIENS, IMAGES, INTERTITRES, RANG, REDITES, CITATIONS, IDENTIFIANTS, PRUDENCE, ERRATUM,
    ENREGISTREMENTS, DOCUMENTS, TRADUCTION, JUMELLE,
)  # fmt: skip

__all__ = [
    "CITATIONS",
    "CONFIDENTIALITE",
    "CONTRASTE",
    "DOCUMENTS",
    "ENREGISTREMENTS",
    "ERRATUM",
    "GENERIQUES",
    "IDENTIFIANTS",
    "IMAGES",
    "INTERTITRES",
    "JUMELLE",
    "LIENS",
    "PRUDENCE",
    "RANG",
    "REDITES",
    "TRADUCTION",
    "VALIDITE",
]
