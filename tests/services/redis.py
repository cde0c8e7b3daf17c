"""A real Redis on loopback, that writes nothing and can be turned off and on again."""

import shutil
import socket
import subprocess
import time
from typing import Any

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
