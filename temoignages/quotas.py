"""What the public may do in an hour (see `reseau.quotas`), and which deposits came by one connection."""

from uuid import UUID

from django.core.cache import cache
from django.http import HttpRequest

from reseau.quotas import DIX_MINUTES, HEURE, Quota, adresse_de, cle_de_quota, compter, depasse

__all__ = [
    "DEPOTS",
    "DIX_MINUTES",
    "ESSAIS_DE_CODE",
    "HEURE",
    "RAFALE",
    "Quota",
    "adresse_de",
    "compter",
    "depasse",
    "retenir",
    "retenus",
]

# A workshop of forty people behind one address must pass; nobody types a hundred and fifty forms in an hour.
DEPOTS = Quota("depots", 60, HEURE)
RAFALE = 150
ESSAIS_DE_CODE = Quota("codes", 10, DIX_MINUTES)


def retenir(requete: HttpRequest, depot_id: UUID, rang: int) -> None:
    """Remember, for this hour only, that deposit number `rang` came by this connection."""
    cache.set(f"{cle_de_quota(DEPOTS, requete)}:{rang}", str(depot_id), HEURE)


def retenus(requete: HttpRequest) -> list[UUID]:
    """Return the deposits of this hour by this connection."""
    cles = [f"{cle_de_quota(DEPOTS, requete)}:{rang}" for rang in range(1, DEPOTS.limite + 1)]
    return [UUID(valeur) for valeur in cache.get_many(cles).values()]
