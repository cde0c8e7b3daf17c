"""What lives in memory or beside the databases: caches, and mail that waits in this process."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core import mail
from django.core.cache import caches
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.dummy import DummyCache
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache

from .fichiers import textes_du_courriel
from .morceaux import Morceau, reference_sure, textes_de

INTROSPECTABLES = (LocMemCache, RedisCache, DummyCache)


def lire_caches() -> Iterator[Morceau]:
    """Yield the keys and values of every cache that can list them. Values are read as bytes, never unpickled.

    A memory cache is this process's own: another process's ends with it.
    """
    for alias in settings.CACHES:
        for cle, valeur in _contenu(caches[alias]):
            for texte in (*textes_de(cle), *textes_de(valeur)):
                yield Morceau(f"cache:{alias}", reference_sure(cle), texte)


def lire_courriels_en_memoire() -> Iterator[Morceau]:
    """Yield the messages of the in-memory backend: subject, bodies, recipients, attachments."""
    for rang, message in enumerate(getattr(mail, "outbox", ())):
        for texte in textes_du_courriel(message.message().as_bytes()):
            yield Morceau("courriels", str(rang), texte)


def caches_inconnus() -> list[str]:
    """Return the caches whose content cannot be listed."""
    return [f"cache {alias}" for alias in settings.CACHES if not isinstance(caches[alias], INTROSPECTABLES)]


def _contenu(cache: BaseCache) -> Iterator[tuple[Any, Any]]:
    interne: Any = getattr(cache, "_cache", None)
    if isinstance(cache, LocMemCache):
        yield from list(interne.items())
    elif isinstance(cache, RedisCache):
        client = interne.get_client()
        for cle in client.scan_iter():
            yield cle, client.get(cle)
