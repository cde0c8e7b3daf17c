"""What the demo says of an event."""

from enum import Enum, auto
from typing import NamedTuple


class Suite(Enum):
    """What becomes of an event once it is written."""

    BROUILLON = auto()
    ATTENTE = auto()
    CHANGEMENTS = auto()
    REFUS = auto()
    PUBLIE = auto()
    RETOUCHE = auto()  # published twice
    RETOUCHE_EN_ATTENTE = auto()  # published once; the second version waits
    ANNULE = auto()  # published, then cancelled


class Evenement(NamedTuple):
    """An invented event of a resource of the demo, named by its `ressource` and its `region`.

    `debut` and `fin` are read on the clock of Québec (« 2026-10-10 13:00 »); `genre`, `modalite` and `langue` are
    values of `pages.evenements.etats`. `oui` and `non` are the questions about access that have an answer. An empty
    `municipalite` is that of the resource. `retouche` holds the fields of the second version; `mot`, the moderator's.
    """

    cle: str
    ressource: str
    region: str
    genre: str
    titre: str
    description: str
    debut: str
    fin: str
    municipalite: str = ""
    lieu: str = ""
    adresse: str = ""
    lieu_masque: bool = False
    modalite: str = "sur_place"
    langue: str = "fr"
    cout: str = ""
    lien_en_ligne: str = ""
    lien_inscription: str = ""
    oui: tuple[str, ...] = ()
    non: tuple[str, ...] = ()
    contact_acces: str = ""
    suite: Suite = Suite.PUBLIE
    retouche: tuple[tuple[str, str], ...] = ()
    mot: str = ""
