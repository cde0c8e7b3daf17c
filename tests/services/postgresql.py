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
from contextlib import contextmanager
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


@contextmanager
def serveur() -> Iterator[dict[str, str]]:
    """Start a server in a new folder, yield the environment that leads to it, then stop it and delete all."""
    programmes, compte = dossier_des_programmes(), _compte()
    droits: dict[str, Any] = {"user": compte.pw_uid, "group": compte.pw_gid, "extra_groups": []} if compte else {}
    # Not the temporary folder of the environment: the path of a socket must be short.
    with tempfile.TemporaryDirectory(prefix="pg-", dir="/tmp") as nom:
        dossier = Path(nom)
        if compte:
            os.chown(dossier, compte.pw_uid, compte.pw_gid)
        initialiser: list[str | Path] = [programmes / "initdb", "--pgdata", "donnees", *OPTIONS]
        subprocess.run(initialiser, cwd=dossier, check=True, stdout=subprocess.DEVNULL, **droits)
        reglages = [mot for nom, valeur in REGLAGES.items() for mot in ("-c", f"{nom}={valeur}")]
        commande: list[str | Path] = [programmes / "postgres", "-D", "donnees", "-k", str(dossier), *reglages]
        with (dossier / "journal").open("wb") as journal:
            processus = subprocess.Popen(commande, cwd=dossier, stdout=journal, stderr=journal, **droits)
        try:
            _attendre(dossier, processus)
            yield {
                "PGHOST": str(dossier),
                "PGUSER": ROLE,
                "DATABASE_URL": "postgresql:///site",
                "COFFRE_URL": "postgresql:///coffre",
            }
        finally:
            processus.send_signal(signal.SIGINT)  # fast shutdown
            processus.wait(ATTENTE)


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
