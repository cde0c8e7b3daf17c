"""What is kept of a text that goes, for the time of one search: hashes whose key lives in the safe, then nowhere.

Imports no action: the withdrawal itself calls this, and what replaces a translation that was public.
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

    def confier(self) -> None:
        """Have it looked for in the background."""
        from ..taches import chercher_apres_retrait  # noqa: PLC0415 - the tasks call the actions

        chercher_apres_retrait.enqueue(self.identifiant, self.marques)


def prendre_empreintes(textes: Iterable[str], sauf: Iterable[str] = ()) -> Prise | None:
    """Take the keyed hashes of texts that go, but for what `sauf` says too; nothing when there is no word to seek."""
    identifiant = uuid4()
    cle = creer_cle(identifiant)
    marques = preparer(textes, cle).sans(preparer(sauf, cle)).serialiser()
    if not marques:
        detruire_cle(identifiant)
        return None
    return Prise(str(identifiant), marques)
