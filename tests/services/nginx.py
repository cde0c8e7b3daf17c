"""A real nginx on loopback, with the configuration that production has, in front of a test's own server."""

import os
import re
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import Any, Self

from tests.coherence.arbre import RACINE

from .courriel import HOTE, _port_libre

DEPLOI = RACINE / "deploy" / "nginx"
ATTENTE = 10  # seconds
ABSENT = "Il manque nginx : sudo apt install nginx-light, ou l’équivalent. La façade n’a pas été essayée."
# What the system's own configuration would say around ours; everything stays in the folder of the test.
AUTOUR = """
daemon off;
worker_processes 2;
pid {dossier}/nginx.pid;
error_log {dossier}/erreurs.log warn;
{compte}
events {{ worker_connections 512; }}
http {{
    types {{ text/html html; text/css css; application/javascript js; image/png png; }}
    default_type application/octet-stream;
    client_body_temp_path {dossier}/corps; proxy_temp_path {dossier}/envois; fastcgi_temp_path {dossier}/f;
    uwsgi_temp_path {dossier}/u; scgi_temp_path {dossier}/s;
    include {dossier}/campagne.conf;
}}
"""


class NginxAbsent(Exception):
    """No nginx is installed on this machine."""


class Nginx:
    """One server, its folder, and where it answers."""

    def __init__(self, dossier: Path, *amonts: str) -> None:
        """Write the configuration for these nodes, « host:port » each.

        Raises:
            NginxAbsent: the program is not there.
        """
        programme = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/bin")
        if programme is None:
            raise NginxAbsent(ABSENT)
        self.programme, self.dossier, self.port = programme, dossier, _port_libre()
        self._processus: Any = None
        for nom in ("cache", "donnees/static", "donnees/media", "deploi"):
            (dossier / nom).mkdir(parents=True, exist_ok=True)
        for fichier in DEPLOI.iterdir():
            shutil.copy(fichier, dossier / "deploi")
        ecoute = f"listen {HOTE}:{self.port}; set $schema http; set $port_dit :{self.port}; set $suivis $remote_addr;"
        ecoute += " set $client $remote_addr;"
        (dossier / "deploi" / "ecoute.conf").write_text(ecoute)
        valeurs = {
            "NOMS": HOTE,
            "AMONT": " ".join(f"server {amont} max_fails=2 fail_timeout=5s;" for amont in amonts),
            "DONNEES": dossier / "donnees",
            "STATIQUE": dossier / "donnees" / "static",
            "CACHE": dossier / "cache",
            "DEPLOI": dossier / "deploi",
            "JOURNAUX": dossier,
        }
        gabarit = (DEPLOI / "campagne.conf.template").read_text()
        remplie = re.sub(r"\$\{([A-Z]+)\}", lambda trouve: str(valeurs[trouve[1]]), gabarit)
        (dossier / "campagne.conf").write_text(remplie)
        compte = "" if os.geteuid() else "user root;"
        (dossier / "nginx.conf").write_text(AUTOUR.format(dossier=dossier, compte=compte))

    def ecouter_comme(self, fichier: str) -> None:
        """Listen as one of the files that are shipped says, at the port of this test."""
        lu = (self.dossier / "deploi" / fichier).read_text()
        (self.dossier / "deploi" / "ecoute.conf").write_text(lu.replace("listen 8080;", f"listen {HOTE}:{self.port};"))

    @property
    def adresse(self) -> str:
        """Where it answers."""
        return f"http://{HOTE}:{self.port}"

    def verifier(self) -> str:
        """Return what `nginx -t` says of the configuration; it fails when something is wrong."""
        fait = subprocess.run([*self._commande, "-t"], capture_output=True, text=True, check=False)
        assert fait.returncode == 0, fait.stderr
        return fait.stderr

    def __enter__(self) -> Self:
        """Start, and wait until it listens."""
        self.verifier()
        self._processus = subprocess.Popen(self._commande, stderr=subprocess.DEVNULL)
        fin = time.monotonic() + ATTENTE
        while time.monotonic() < fin:
            with socket.socket() as essai:
                if essai.connect_ex((HOTE, self.port)) == 0:
                    return self
            time.sleep(0.02)
        raise TimeoutError(self.adresse)

    def __exit__(self, *_erreur: object) -> None:
        """Stop."""
        self._processus.terminate()
        self._processus.wait(ATTENTE)

    def journal(self) -> str:
        """Return the access log."""
        fichier = self.dossier / "campagne.log"
        return fichier.read_text() if fichier.exists() else ""

    @property
    def _commande(self) -> list[str]:
        return [self.programme, "-p", str(self.dossier), "-e", str(self.dossier / "depart.log"), "-c", "nginx.conf"]
