"""The sites that are measured: the demonstration, or another project, behind a real gunicorn; what they cost."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from urllib.error import URLError

from tests.epreuves.serveur import DE_LA_SUITE, port_libre
from tests.epreuves.serveur import lire as lire  # noqa: PLC0414 - read here too

from .corpus import RACINE

# The day that the demonstration is looked at: what is to come is the same at each bench.
AUJOURDHUI = "2026-11-22"
# How the figures of peers were taken: two processes that do one thing at a time, which nothing ends on the way.
SYNCHRONE = ("--worker-class", "sync", "--workers", "2", "--max-requests", "0", "--max-requests-jitter", "0")
CHARGEE = "demonstration-chargee"
PATIENCE_S, PAS_S = 60, 0.01
REPOS_S, CALME_S = 0.2, 0.01  # it rests when it takes no more than one in the time of the other
BATTEMENTS = os.sysconf("SC_CLK_TCK")
PROC = Path("/proc")


class Memoire(NamedTuple):
    """Megabytes of a process: all that it maps, and what goes when it ends."""

    rss: float
    uss: float


@dataclass(frozen=True, slots=True)
class Site:
    """A project: its folder, its WSGI module, its environment."""

    dossier: Path
    wsgi: str
    environnement: dict[str, str]

    def lancer(self, *commande: str) -> str:
        """Run one of its Python programs to its end; return what it printed.

        Raises:
            CalledProcessError: it failed; what it said of it was printed.
        """
        ordre = [sys.executable, *commande]
        fait = subprocess.run(
            ordre, cwd=self.dossier, env=self.environnement, capture_output=True, text=True, check=False
        )
        if fait.returncode:
            sys.stderr.write(fait.stderr)
            fait.check_returncode()
        return fait.stdout


class Serveur:
    """A gunicorn that answers."""

    def __init__(self, adresse: str, processus: "subprocess.Popen[bytes]") -> None:
        """Keep where it answers, and its first process."""
        self.adresse, self.processus = adresse, processus

    def cpu_s(self) -> float:
        """Return the seconds of processor that it and its children took since it began, those that ended included."""
        pid = self.processus.pid
        return sum(_battements(enfant)[0] for enfant in (pid, *enfants(pid))) + _battements(pid)[1]

    def reposer(self) -> None:
        """Wait until it does nothing, or nearly: for a while at most."""
        fin = time.monotonic() + PATIENCE_S
        avant, maintenant = -1.0, self.cpu_s()
        while maintenant - avant > CALME_S and time.monotonic() < fin:
            time.sleep(REPOS_S)
            avant, maintenant = maintenant, self.cpu_s()

    def memoires(self) -> list[Memoire]:
        """Return the memory of each process that answers requests."""
        return [memoire(enfant) for enfant in enfants(self.processus.pid)]


def environnement(reglages: str, **valeurs: str) -> dict[str, str]:
    """Return the environment of a program under these settings, with nothing of those of the suite."""
    venu = {nom: valeur for nom, valeur in os.environ.items() if nom not in DE_LA_SUITE | {"GUNICORN_CMD_ARGS"}}
    chemins = os.pathsep.join(filter(None, ("", str(RACINE), venu.get("PYTHONPATH", ""))))
    return venu | {"DJANGO_SETTINGS_MODULE": reglages, "PYTHONPATH": chemins.lstrip(os.pathsep)} | valeurs


def demonstration(dossier: Path) -> Site:
    """Return the demonstration, loaded in this folder unless it is there already."""
    valeurs = {"DOSSIER_DONNEES": str(dossier), "AUJOURDHUI": AUJOURDHUI}
    site = Site(RACINE, "site_campagne.wsgi", environnement("site_campagne.settings.dev", **valeurs))
    chargee = dossier / CHARGEE
    if not chargee.exists():
        site.lancer("manage.py", "charger_demo", "--migrer")
        site.lancer("manage.py", "collectstatic", "--no-input", "--verbosity", "0")
        chargee.touch()
    return site


@contextmanager
def servir(site: Site, *options: str, **valeurs: Any) -> Iterator[Serveur]:
    """Serve a site with the options of `gunicorn.conf.py` (ours) or these; yield it once it answers.

    Raises:
        TimeoutError: it never did.
    """
    port = port_libre()
    adresse = f"http://127.0.0.1:{port}"
    ordre = [sys.executable, "-m", "gunicorn", site.wsgi, "--bind", f"127.0.0.1:{port}", "--log-level", "error"]
    environ = site.environnement | {"ADRESSE_PUBLIQUE": adresse} | valeurs
    with subprocess.Popen([*ordre, *options], cwd=site.dossier, env=environ) as processus:
        try:
            attendre(adresse)
            yield Serveur(adresse, processus)
        finally:
            processus.terminate()


def attendre(adresse: str) -> None:
    """Wait until the home page of a site answers, looking often."""
    fin = time.monotonic() + PATIENCE_S
    while time.monotonic() < fin:
        try:
            lire(f"{adresse}/")
        except (URLError, ConnectionError):
            time.sleep(PAS_S)
        else:
            return
    raise TimeoutError(adresse)


def enfants(pid: int) -> list[int]:
    """Return the processes that this one started and that live."""
    trouves = []
    for statut in PROC.glob("[0-9]*/stat"):
        try:
            champs = statut.read_text().rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        if int(champs[1]) == pid:
            trouves.append(int(statut.parent.name))
    return trouves


def memoire(pid: int) -> Memoire:
    """Return the memory of a process."""
    lignes = (ligne.split() for ligne in (PROC / str(pid) / "smaps_rollup").read_text().splitlines()[1:])
    ko = {mots[0].rstrip(":"): int(mots[1]) for mots in lignes}
    return Memoire(ko["Rss"] * 1024 / 1e6, (ko["Private_Clean"] + ko["Private_Dirty"]) * 1024 / 1e6)


def _battements(pid: int) -> tuple[float, float]:
    """Return the seconds of processor of a process, and those of its children that ended."""
    try:
        champs = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:  # it ended meanwhile: its parent has its account
        return 0, 0
    propres, finis = sum(map(int, champs[11:13])), sum(map(int, champs[13:15]))
    return propres / BATTEMENTS, finis / BATTEMENTS
