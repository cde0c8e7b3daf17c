"""A node of the site as production runs it: gunicorn, its configuration file, production settings, an open door.

The door is this program's: as with the shipped `campagne-web@.socket`, what arrives while a node restarts waits at it.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Self
from urllib.error import URLError
from urllib.request import Request, urlopen

from tests.coherence.arbre import RACINE
from tests.services.courriel import HOTE

ATTENTE_S = 60
FILE_D_ATTENTE = 1024  # as in the shipped unit
SITE = "site_campagne.wsgi"


class Noeud:
    """One node, through its restarts."""

    def __init__(self, nom: str, environnement: dict[str, str], dossier: Path, application: str = SITE) -> None:
        """Open its door; `application`: what gunicorn serves."""
        self.nom, self.environnement, self.application = nom, environnement, application
        self.journal = dossier / f"{nom.replace(' ', '-')}.log"
        self.prise = socket.create_server((HOTE, 0), backlog=FILE_D_ATTENTE)
        self.port = int(self.prise.getsockname()[1])
        self._processus: Any = None

    def __enter__(self) -> Self:
        """Start, and wait until it answers."""
        self.demarrer()
        self.attendre()
        return self

    def __exit__(self, *_erreur: object) -> None:
        """Stop, and close the door."""
        self.arreter()
        self.prise.close()

    @property
    def pid(self) -> int:
        """Its first process."""
        return int(self._processus.pid)

    def demarrer(self) -> None:
        """Start, without waiting."""
        commande = [sys.executable, "-m", "gunicorn", self.application, "--bind", f"fd://{self.prise.fileno()}"]
        with self.journal.open("ab") as journal:
            self._processus = subprocess.Popen(
                commande,
                cwd=RACINE,
                env=self.environnement,
                pass_fds=[self.prise.fileno()],
                stdout=journal,
                stderr=journal,
            )

    def attendre(self) -> None:
        """Wait until it answers.

        Raises:
            RuntimeError: it stopped, or is too slow; with what it wrote.
        """
        question = Request(f"http://{HOTE}:{self.port}/sante/", headers={"Host": HOTE, "X-Forwarded-Proto": "https"})
        fin = time.monotonic() + ATTENTE_S
        while time.monotonic() < fin and self._processus.poll() is None:
            try:
                urlopen(question, timeout=ATTENTE_S).close()  # noqa: S310 - our own node
            except (URLError, OSError):
                time.sleep(0.1)
            else:
                return
        raise RuntimeError(self.journal.read_text())

    def arreter(self) -> None:
        """Ask it to end what it began and stop (SIGTERM), as a deployment does; wait."""
        self._processus.send_signal(signal.SIGTERM)
        self._processus.wait(ATTENTE_S)

    def redemarrer(self) -> None:
        """Stop and start it, as `systemctl restart` does."""
        self.arreter()
        self.demarrer()
        self.attendre()


class Travailleur:
    """The process of background tasks."""

    def __init__(self, environnement: dict[str, str], dossier: Path) -> None:
        """Take its environment, and where it writes."""
        self.environnement, self.journal = environnement, dossier / "travailleur.log"
        self._processus: Any = None

    def __enter__(self) -> Self:
        """Start."""
        with self.journal.open("ab") as journal:
            self._processus = subprocess.Popen(
                [sys.executable, "manage.py", "travailler"],
                cwd=RACINE,
                env=self.environnement,
                stdout=journal,
                stderr=journal,
            )
        return self

    def __exit__(self, *_erreur: object) -> None:
        """Stop."""
        self._processus.terminate()
        try:
            self._processus.wait(ATTENTE_S)
        except subprocess.TimeoutExpired:  # in the middle of a task: the next worker starts it over
            self._processus.kill()
            self._processus.wait(ATTENTE_S)

    @property
    def pid(self) -> int:
        """Its process."""
        return int(self._processus.pid)


def environnement(**valeurs: str) -> dict[str, str]:
    """Return that of a node: the one of the suite, on production settings; `valeurs` win."""
    propre = {nom: valeur for nom, valeur in os.environ.items() if not nom.startswith(("PYTEST_", "COV_"))}
    return propre | {"DJANGO_SETTINGS_MODULE": "site_campagne.settings.production"} | valeurs
