"""What follows a withdrawal, in the background: search by hashes, open incidents, destroy the hashes' key."""

from collections.abc import Iterable
from uuid import UUID

from ..actions.signaler import signaler
from ..chambre.scelles import cle_de, detruire_cle
from ..chambre.trousseau import ChambreFermee
from ..etats import LieuIncident, NatureIncident
from .bardeaux import Recherche
from .fouille import Certitude, Trouvaille, fouiller
from .surfaces import lire_tout


class FouilleInterrompue(Exception):
    """A search broke off. Says the kind of the failure only: a database may quote the text that it could not read."""


def chercher_prise(*, identifiant: str, marques: Iterable[str]) -> list[Trouvaille]:
    """Search every surface by hashes, open an incident for each certain find, then destroy the key, whatever happens.

    A search that breaks off is an incident too: nobody could do it again. It raises `FouilleInterrompue`, which the
    task keeps and logs. Done twice, the second finds nothing.
    """
    cle_id = UUID(identifiant)
    try:
        recherche = Recherche.lire(cle_de(cle_id), marques)
    except ChambreFermee:
        return []
    try:
        trouvailles = list(fouiller(recherche, lire_tout()))
    except Exception as erreur:  # noqa: BLE001 - whatever it was
        signaler(nature=NatureIncident.RESIDU, surface=LieuIncident.FOUILLE, reference=identifiant)
        raise FouilleInterrompue(type(erreur).__name__) from None
    else:
        signaler_certaines(trouvailles)  # first: a worker may die here, and the search begin again
    finally:
        detruire_cle(cle_id)
    return trouvailles


def signaler_certaines(trouvailles: Iterable[Trouvaille]) -> int:
    """Open an incident for each certain find; return how many there are."""
    certaines = [trouvaille for trouvaille in trouvailles if trouvaille.certitude == Certitude.CERTAIN]
    for trouvaille in certaines:
        signaler(nature=NatureIncident.RESIDU, surface=trouvaille.surface, reference=trouvaille.reference)
    return len(certaines)
