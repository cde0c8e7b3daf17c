"""A real Redis on loopback, that writes nothing and can be turned off and on again.

Ask for the fixture `redis_vrai`: the site then keeps its pages and its counters there.
"""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from typing import Any

import pytest
from pytest_django import Settings

from site_campagne.fraicheur.redis import RedisTolerant
from site_campagne.settings.caches import lire_caches

from .courriel import HOTE, _port_libre

ATTENTE = 10  # seconds
ABSENT = "Il manque redis-server : sudo apt install redis-server, ou l’équivalent. Redis n’a pas été essayé."


class RedisAbsent(Exception):
    """No Redis server is installed on this machine."""


class ServeurRedis:
    """The server, at one port through its deaths."""

    def __init__(self) -> None:
        """Choose a port.

        Raises:
            RedisAbsent: the program is not there.
        """
        self.programme, self.port = shutil.which("redis-server"), _port_libre()
        if self.programme is None:
            raise RedisAbsent(ABSENT)
        self._processus: Any = None

    @property
    def adresse(self) -> str:
        """What `CACHE_URL` says of it."""
        return f"rediscache://{HOTE}:{self.port}/0"

    def demarrer(self) -> None:
        """Start, and wait until it listens."""
        commande = [str(self.programme), "--port", str(self.port), "--bind", HOTE, "--save", "", "--appendonly", "no"]
        self._processus = subprocess.Popen(commande, stdout=subprocess.DEVNULL, cwd="/tmp")  # noqa: S108 - writes nothing
        fin = time.monotonic() + ATTENTE
        while time.monotonic() < fin:
            with socket.socket() as essai:
                if essai.connect_ex((HOTE, self.port)) == 0:
                    return
            time.sleep(0.02)
        raise TimeoutError(self.adresse)

    def arreter(self) -> None:
        """Stop at once, as a machine that goes; nothing when it is off."""
        if self._processus:
            self._processus.kill()
            self._processus.wait(ATTENTE)
            self._processus = None


@pytest.fixture
def redis_vrai(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[ServeurRedis]:
    """Keep in a real server; skip, and say so, where there is none."""
    try:
        serveur = ServeurRedis()
    except RedisAbsent:
        pytest.skip(ABSENT)
    serveur.demarrer()
    monkeypatch.setenv("CACHE_URL", serveur.adresse)
    monkeypatch.setattr(RedisTolerant, "_silence", 0.0)
    settings.CACHES = lire_caches()
    yield serveur
    serveur.arreter()
