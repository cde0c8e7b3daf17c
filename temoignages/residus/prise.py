"""What a withdrawal keeps of a text for the time of one search: hashes whose key lives in the safe, then nowhere.

Imports no action: the withdrawal itself calls this.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import uuid4

from ..chambre.scelles import creer_cle, detruire_cle
from .bardeaux import preparer


@dataclass(frozen=True)
class Prise:
    """The arguments of the background task: an id, and hashes that are noise without the key of that id."""

    identifiant: str
    marques: list[str]


def prendre_empreintes(textes: Iterable[str]) -> Prise | None:
    """Take the keyed hashes of texts about to be deleted; nothing when there is no word to seek."""
    identifiant = uuid4()
    cle = creer_cle(identifiant)
    marques = preparer(textes, cle).serialiser()
    if not marques:
        detruire_cle(identifiant)
        return None
    return Prise(str(identifiant), marques)
