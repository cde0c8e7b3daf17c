"""Slow down scripts without knowing anyone: counters in the cache, keyed by a hash that changes every hour.

No address is stored: the key is an HMAC of address and hour under a secret, and it expires with its window.
"""

import hashlib
import hmac
import ipaddress
import time
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

HEURE = 3600  # seconds
DIX_MINUTES = 600


@dataclass(frozen=True)
class Quota:
    """A limit on one act, per connection and window of time (seconds)."""

    nom: str
    limite: int
    fenetre: int


# A workshop of forty people behind one address must pass; nobody types a hundred and fifty forms in an hour.
DEPOTS = Quota("depots", 60, HEURE)
RAFALE = 150
ESSAIS_DE_CODE = Quota("codes", 10, DIX_MINUTES)


def adresse_de(requete: HttpRequest) -> str:
    """Return the client's address, read behind the trusted proxies only; an IPv6 network counts as one client."""
    suivies = [a.strip() for a in requete.headers.get("X-Forwarded-For", "").split(",") if a.strip()]
    nombre = settings.PROXYS_DE_CONFIANCE
    brute = suivies[-nombre] if 0 < nombre <= len(suivies) else requete.META.get("REMOTE_ADDR", "")
    try:
        adresse = ipaddress.ip_address(brute)
        adresse = getattr(adresse, "ipv4_mapped", None) or adresse  # a dual-stack socket writes ::ffff:203.0.113.7
    except ValueError:
        return "inconnue"
    return (
        str(ipaddress.ip_network(f"{adresse}/64", strict=False))
        if isinstance(adresse, ipaddress.IPv6Address)
        else str(adresse)
    )


def _cle(quota: Quota, requete: HttpRequest) -> str:
    rang = int(time.time()) // quota.fenetre
    message = f"{quota.nom}|{rang}|{adresse_de(requete)}".encode()
    return f"quota:{hmac.new(settings.SECRET_KEY.encode(), message, hashlib.sha256).hexdigest()}"


def compter(quota: Quota, requete: HttpRequest) -> int:
    """Count one act and return the total of this window."""
    cle = _cle(quota, requete)
    cache.add(cle, 0, quota.fenetre)
    try:
        return cache.incr(cle)
    except ValueError:  # expired between the two calls
        cache.set(cle, 1, quota.fenetre)
        return 1


def depasse(quota: Quota, requete: HttpRequest) -> bool:
    """Whether the limit of this window is already reached, without counting."""
    return int(cache.get(_cle(quota, requete), 0)) >= quota.limite


def retenir(requete: HttpRequest, depot_id: UUID, rang: int) -> None:
    """Remember, for this hour only, that deposit number `rang` came by this connection."""
    cache.set(f"{_cle(DEPOTS, requete)}:{rang}", str(depot_id), HEURE)


def retenus(requete: HttpRequest) -> list[UUID]:
    """Return the deposits of this hour by this connection."""
    cles = [f"{_cle(DEPOTS, requete)}:{rang}" for rang in range(1, DEPOTS.limite + 1)]
    return [UUID(valeur) for valeur in cache.get_many(cles).values()]
