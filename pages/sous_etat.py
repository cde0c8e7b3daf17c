"""What this process read under one state of the public side, lent to the public answers that it makes under the same.

`site_campagne.fraicheur` puts it on the request of a public page; any other request reads all that it needs. It is read
after the state is: it may be fresher than what the state names, never older.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from django.http import HttpRequest

Chose = TypeVar("Chose")
ATTRIBUT = "sous_etat"
DIRECTES = "directes"  # what says, of an address, the type and the key of the page that is there


def choses_de(requete: HttpRequest | None) -> dict[Hashable, Any] | None:
    """Return what is lent to an answer; nothing for what is not public, or when the state could not be read."""
    return getattr(requete, ATTRIBUT, None)


def retenir(requete: HttpRequest | None, nom: Hashable, lire: Callable[[], Chose]) -> Chose:
    """Return what was read under this name, or read it. It is shared by threads: nobody changes it."""
    choses = choses_de(requete)
    if choses is None:
        return lire()
    if nom not in choses:
        choses[nom] = lire()
    chose: Chose = choses[nom]
    return chose
