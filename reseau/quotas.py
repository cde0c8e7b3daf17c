"""Slow down scripts without knowing anyone: counters in the cache, keyed by a hash that changes with each window.

No address is stored: the key is an HMAC of who (a connection, or what a person typed) and of the window of time under
a secret, and it expires with its window.
"""

import hashlib
import hmac
import ipaddress
import time
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

HEURE = 3600  # seconds
DIX_MINUTES = 600


@dataclass(frozen=True)
class Quota:
    """A limit on one act, per connection (or per thing typed) and window of time (seconds)."""

    nom: str
    limite: int
    fenetre: int


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


def cle_de_quota(quota: Quota, qui: HttpRequest | str) -> str:
    """Return the key under which the acts of this window are counted, for a connection or for something typed."""
    rang = int(time.time()) // quota.fenetre
    message = f"{quota.nom}|{rang}|{qui if isinstance(qui, str) else adresse_de(qui)}".encode()
    return f"quota:{hmac.new(settings.SECRET_KEY.encode(), message, hashlib.sha256).hexdigest()}"


def compter(quota: Quota, qui: HttpRequest | str) -> int:
    """Count one act and return the total of this window."""
    cle = cle_de_quota(quota, qui)
    cache.add(cle, 0, quota.fenetre)
    try:
        return cache.incr(cle)
    except ValueError:  # expired between the two calls
        cache.set(cle, 1, quota.fenetre)
        return 1


def depasse(quota: Quota, qui: HttpRequest | str) -> bool:
    """Whether the limit of this window is already reached, without counting."""
    return int(cache.get(cle_de_quota(quota, qui), 0)) >= quota.limite
