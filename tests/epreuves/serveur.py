"""The demonstration, served as `make demo` serves it: gunicorn, production settings, compressed hashed files."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

RACINE = Path(__file__).parents[2]
PATIENCE_S = 60
# What the settings of the suite put there for themselves: the demonstration makes its own.
DE_LA_SUITE = {"SECRET_KEY", "DATABASE_URL", "COFFRE_URL", "TROUSSEAU", "POIVRE", "ALLOWED_HOSTS", "TACHES"}


def port_libre() -> int:
    """Return a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as prise:
        return int(prise.getsockname()[1])


@contextmanager
def demonstration(dossier: Path) -> Iterator[str]:
    """Serve the demonstration from data of its own in `dossier`; yield its address, without a final slash."""
    adresse = f"http://127.0.0.1:{port_libre()}"
    environnement = {nom: valeur for nom, valeur in os.environ.items() if nom not in DE_LA_SUITE} | {
        "DJANGO_SETTINGS_MODULE": "site_campagne.settings.dev",
        "DOSSIER_DONNEES": str(dossier),
        "ADRESSE_PUBLIQUE": adresse,
    }
    for commande in (["charger_demo", "--migrer"], ["collectstatic", "--no-input", "--verbosity", "0"]):
        subprocess.run(
            [sys.executable, "manage.py", *commande], cwd=RACINE, env=environnement, check=True, capture_output=True
        )
    ordre = [sys.executable, "-m", "gunicorn", "site_campagne.wsgi", "--bind", adresse.removeprefix("http://")]
    options = ["--worker-class", "gthread", "--workers", "1", "--threads", "8", "--log-level", "warning"]
    with subprocess.Popen([*ordre, *options], cwd=RACINE, env=environnement) as serveur:
        try:
            attendre(f"{adresse}/sante/")
            yield adresse
        finally:
            serveur.terminate()


def attendre(adresse: str) -> None:
    """Wait until an address answers."""
    fin = time.monotonic() + PATIENCE_S
    while time.monotonic() < fin:
        try:
            lire(adresse)
        except URLError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(adresse)


def lire(adresse: str) -> str:
    """Return the page at an address of this machine."""
    with urlopen(adresse, timeout=30) as reponse:  # noqa: S310 - our own server
        return str(reponse.read().decode())
