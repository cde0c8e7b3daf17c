"""A node that can be killed as a machine that goes, and what a browser asks of it."""

import http.client
import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.charge.noeuds import Noeud, environnement
from tests.charge.processus import famille
from tests.services.courriel import HOTE

PATIENCE_S = 60.0
APPLICATION = "tests.pannes.application"


class NoeudMortel(Noeud):
    """One node; dead, it refuses whoever comes."""

    def __init__(self, nom: str, reglages: dict[str, str], dossier: Path) -> None:
        """Open its door."""
        super().__init__(nom, reglages, dossier, APPLICATION)

    def tuer(self) -> None:
        """Kill its processes in the middle of what they do, and take its door away."""
        for pid in list(famille(self.pid)):
            os.kill(pid, signal.SIGKILL)
        self._processus.wait(PATIENCE_S)
        self.prise.close()

    def journal_lu(self) -> str:
        """Return what it wrote."""
        return self.journal.read_text()


@dataclass(frozen=True)
class Recue:
    """An answer."""

    statut: int
    entetes: dict[str, str]
    corps: str


def reglages_de(**valeurs: str) -> dict[str, str]:
    """Return the environment of a node of these trials, one process of a few threads; `valeurs` win."""
    communs = {
        "DJANGO_SETTINGS_MODULE": "tests.pannes.reglages",
        "PROCESSUS": "1",
        "FILS": "4",
        "JOURNAL_ACCES": "1",
        "COURRIEL_URL": "dummymail://",
        "SAUVEGARDES": "",
        "SAUVEGARDES_COFFRE": "",
        "GUNICORN_CMD_ARGS": "--max-requests 0",
    }
    return environnement(**(communs | valeurs))


def demander(port: int, chemin: str, envoi: dict[str, Any] | None = None) -> Recue:
    """Ask as a reader does; with `envoi`, send a form. Raises `OSError`, `HTTPException`: no whole answer came."""
    lien = http.client.HTTPConnection(HOTE, port, timeout=PATIENCE_S)
    try:
        if envoi is None:
            lien.request("GET", chemin)
        else:
            genre = {"Content-Type": "application/x-www-form-urlencoded"}
            lien.request("POST", chemin, urlencode(envoi, doseq=True), genre)
        reponse = lien.getresponse()
        corps = reponse.read().decode(errors="replace")
    finally:
        lien.close()
    return Recue(reponse.status, {nom.lower(): valeur for nom, valeur in reponse.getheaders()}, corps)


def attendre(est_vrai: Callable[[], object], quoi: str) -> None:
    """Wait until something is true. Raises `TimeoutError`, with what was awaited."""
    fin = time.monotonic() + PATIENCE_S
    while not est_vrai():
        if time.monotonic() > fin:
            raise TimeoutError(quoi)
        time.sleep(0.05)
