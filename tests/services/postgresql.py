"""`python -m tests.services.postgresql COMMAND…`: run a command on a PostgreSQL server of its own, then throw it away.

The address is in the environment before Django reads its settings: Wagtail's search chooses its tables by the engine
as it is imported, so that no fixture could change it later. No port, no password: a socket in a folder that only this
account can enter.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg

ROLE = "essai"
OPTIONS = ("--auth", "trust", "--username", ROLE, "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync")
# PostgreSQL refuses to run as root: the account of the Debian package, or one that owns nothing.
COMPTES_SANS_POUVOIR = ("postgres", "nobody")
# Thrown away with the run: nothing of it has to survive a power cut.
REGLAGES = {
    "listen_addresses": "",
    "max_connections": "60",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
}
ATTENTE = 30  # seconds
ABSENT = "Il manque PostgreSQL (initdb, postgres) : sudo apt install postgresql, ou l’équivalent de votre système."


class PostgresqlAbsent(Exception):
    """No PostgreSQL server is installed on this machine."""


def dossier_des_programmes(chemin: str | None = None, racine: Path = Path("/usr/lib/postgresql")) -> Path:
    """Return the folder that holds `initdb` and `postgres`: that of `chemin` (PATH), else Debian's newest version.

    Raises:
        PostgresqlAbsent: there is none.
    """
    candidats = [Path(trouve).resolve().parent for trouve in [shutil.which("initdb", path=chemin)] if trouve]
    candidats += sorted(racine.glob("*/bin"), key=lambda dossier: float(dossier.parent.name), reverse=True)
    for candidat in candidats:
        if (candidat / "initdb").exists() and (candidat / "postgres").exists():
            return candidat
    raise PostgresqlAbsent(ABSENT)


class Serveur:
    """A server in a folder of its own, through its deaths."""

    def __init__(self, dossier: Path) -> None:
        """Make its data; it does not run yet.

        Args:
            dossier: empty; its path is short, for a socket is in it.
        """
        self.dossier, self.programmes = dossier, dossier_des_programmes()
        compte = _compte()
        self._droits: dict[str, Any] = {}
        self._processus: Any = None
        if compte:
            self._droits = {"user": compte.pw_uid, "group": compte.pw_gid, "extra_groups": []}
            os.chown(dossier, compte.pw_uid, compte.pw_gid)
        initialiser: list[str | Path] = [self.programmes / "initdb", "--pgdata", "donnees", *OPTIONS]
        subprocess.run(initialiser, cwd=dossier, check=True, stdout=subprocess.DEVNULL, **self._droits)

    def demarrer(self) -> None:
        """Start, and wait until it answers."""
        reglages = [mot for nom, valeur in REGLAGES.items() for mot in ("-c", f"{nom}={valeur}")]
        commande: list[str | Path] = [self.programmes / "postgres", "-D", "donnees", "-k", str(self.dossier), *reglages]
        with (self.dossier / "journal").open("ab") as journal:
            self._processus = subprocess.Popen(
                commande, cwd=self.dossier, stdout=journal, stderr=journal, **self._droits
            )
        try:
            _attendre(self.dossier, self._processus)
        except BaseException:
            self.arreter()
            raise

    def arreter(self, *, brutal: bool = False) -> None:
        """Stop: at once when `brutal`, as a machine that goes; else once what was begun is undone. Nothing when off."""
        if self._processus:
            self._processus.send_signal(signal.SIGQUIT if brutal else signal.SIGINT)
            self._processus.wait(ATTENTE)
        self._processus = None

    def figer(self) -> None:
        """Freeze every process: who comes is let in by the system, and nobody answers."""
        self._dire(signal.SIGSTOP)

    def degeler(self) -> None:
        """Let them go on."""
        self._dire(signal.SIGCONT)

    def _dire(self, signe: signal.Signals) -> None:
        taches = Path(f"/proc/{self._processus.pid}/task").glob("*/children")
        enfants = [int(pid) for tache in taches for pid in tache.read_text().split()]
        for pid in (self._processus.pid, *enfants):
            with suppress(ProcessLookupError):  # it ended meanwhile
                os.kill(pid, signe)


@contextmanager
def dossier_court() -> Iterator[Path]:
    """Yield an empty folder whose path is short: that of the environment may be too long for a socket."""
    with tempfile.TemporaryDirectory(prefix="pg-", dir="/tmp") as nom:
        yield Path(nom)


@contextmanager
def serveur() -> Iterator[dict[str, str]]:
    """Start a server in a new folder, yield the environment that leads to it, then stop it and delete all."""
    with dossier_court() as dossier:
        marche = Serveur(dossier)
        marche.demarrer()
        try:
            yield {
                "PGHOST": str(dossier),
                "PGUSER": ROLE,
                "DATABASE_URL": "postgresql:///site",
                "COFFRE_URL": "postgresql:///coffre",
            }
        finally:
            marche.arreter()


def _compte() -> pwd.struct_passwd | None:
    """Return the account to run the server under; nothing when this process is not root."""
    if os.geteuid() != 0:
        return None
    connus = {compte.pw_name: compte for compte in pwd.getpwall()}
    return next(connus[nom] for nom in COMPTES_SANS_POUVOIR if nom in connus)


def _attendre(dossier: Path, processus: "subprocess.Popen[bytes]") -> None:
    for _essai in range(ATTENTE * 10):
        try:
            psycopg.connect(host=str(dossier), user=ROLE, dbname="postgres").close()
        except psycopg.OperationalError:
            if processus.poll() is not None:
                break
            try:
                processus.wait(0.1)
            except subprocess.TimeoutExpired:
                continue
        else:
            return
    raise RuntimeError((dossier / "journal").read_text())


def main(commande: Sequence[str]) -> int:
    """Run `commande` on a server of its own; return its exit code, 1 when PostgreSQL is not installed."""
    try:
        with serveur() as environnement:
            return subprocess.run(commande, env=os.environ | environnement, check=False).returncode
    except PostgresqlAbsent as erreur:
        sys.stderr.write(f"{erreur}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
