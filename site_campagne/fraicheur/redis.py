"""Redis, when it is there: what cannot be read was not kept, what cannot be kept will be made again.

Counters of attempts start over while it is away: the limits of the web server stay.
"""

import logging
import time
from collections.abc import Callable
from typing import Any, Final

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

REPIT: Final = 5.0  # seconds without asking again a server that does not answer: readers do not wait for it
journal = logging.getLogger(__name__)


class RedisTolerant(RedisCache):
    """Django's own, that fails to « nothing » instead of failing the page."""

    _silence = 0.0

    def _essayer(self, geste: Callable[[], Any], sinon: Any) -> Any:
        if time.monotonic() < self._silence:
            return sinon
        try:
            return geste()
        except (RedisError, OSError) as erreur:
            type(self)._silence = time.monotonic() + REPIT
            journal.error("Redis ne répond pas : le site s’en passe (%s)", type(erreur).__name__)
            return sinon

    def add(self, *args: Any, **kwargs: Any) -> bool:
        """Say whether it was kept."""
        return bool(self._essayer(lambda: super(RedisTolerant, self).add(*args, **kwargs), False))

    def get(self, key: Any, default: Any = None, version: Any = None) -> Any:
        """Return what is kept, or `default`."""
        return self._essayer(lambda: super(RedisTolerant, self).get(key, default, version), default)

    def set(self, *args: Any, **kwargs: Any) -> None:
        """Keep it, if it can be."""
        self._essayer(lambda: super(RedisTolerant, self).set(*args, **kwargs), None)

    def touch(self, *args: Any, **kwargs: Any) -> bool:
        """Say whether it stays."""
        return bool(self._essayer(lambda: super(RedisTolerant, self).touch(*args, **kwargs), False))

    def delete(self, *args: Any, **kwargs: Any) -> bool:
        """Say whether it went."""
        return bool(self._essayer(lambda: super(RedisTolerant, self).delete(*args, **kwargs), False))

    def get_many(self, *args: Any, **kwargs: Any) -> dict[Any, Any]:
        """Return what is kept of it."""
        return self._essayer(lambda: super(RedisTolerant, self).get_many(*args, **kwargs), {})

    def set_many(self, data: Any, *args: Any, **kwargs: Any) -> list[Any]:
        """Return the keys that were not kept."""
        return self._essayer(lambda: super(RedisTolerant, self).set_many(data, *args, **kwargs), list(data))

    def delete_many(self, *args: Any, **kwargs: Any) -> None:
        """Delete them, if they can be reached."""
        self._essayer(lambda: super(RedisTolerant, self).delete_many(*args, **kwargs), None)

    def has_key(self, *args: Any, **kwargs: Any) -> bool:
        """Say whether it is kept."""
        return bool(self._essayer(lambda: super(RedisTolerant, self).has_key(*args, **kwargs), False))

    def incr(self, key: Any, *args: Any, **kwargs: Any) -> int:
        """Return the count; as for a key that has gone (ValueError) when it cannot be counted."""
        compte = self._essayer(lambda: super(RedisTolerant, self).incr(key, *args, **kwargs), None)
        if compte is None:
            raise ValueError(key)
        return int(compte)

    def clear(self) -> None:
        """Empty it, if it can be reached."""
        self._essayer(super().clear, None)
