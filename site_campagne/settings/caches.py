"""Two caches on the same engine: `default` for counters and what is made once, `pages` for public answers."""

from typing import Any

from .noyau import env

DELAIS = {"socket_connect_timeout": 0.5, "socket_timeout": 1}  # seconds: a reader does not wait for a cache
PAGES_EN_MEMOIRE = 500  # in each process, when no server keeps them: about 20 MB


def lire_caches() -> dict[str, dict[str, Any]]:
    """Read the address of the cache from the environment; Redis is asked with patience, and forgiven."""
    commun: dict[str, Any] = dict(env.cache_url("CACHE_URL", default="locmemcache://"))
    if "redis" in commun["BACKEND"]:
        commun["BACKEND"] = "site_campagne.fraicheur.redis.RedisTolerant"
        commun["OPTIONS"] = DELAIS | commun.get("OPTIONS", {})
        return {"default": commun, "pages": commun | {"KEY_PREFIX": "pages"}}
    options = {"MAX_ENTRIES": PAGES_EN_MEMOIRE}
    return {"default": commun, "pages": commun | {"LOCATION": "pages", "OPTIONS": options}}


CACHES = lire_caches()
