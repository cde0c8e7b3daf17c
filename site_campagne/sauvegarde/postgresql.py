"""PostgreSQL: its own tools. Copied at one instant; put back in one transaction."""

import os
import re
import shutil
import subprocess
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, Any, Final

from django.db import Error
from django.db.backends.base.base import BaseDatabaseWrapper

from .refus import RemiseEnDoute, SauvegardeImpossible, dire_les_pannes
from .releve import Releve
from .scelle import TRONCON

TOUTES: Final = (
    "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE c.relkind = 'r' AND n.nspname = 'public' ORDER BY 1"
)
# The same rows in any order give the same sum; nothing is kept in memory.
COMPTE: Final = (
    "SELECT count(*), coalesce(sum(('x' || substr(md5(t::text), 1, 15))::bit(60)::bigint), 0)::text FROM {} t"
)
# All of it or nothing: without the COMMIT, which is written only once the copy was read to its end, the server undoes.
DEBUT: Final = b"""\\set ON_ERROR_STOP on
BEGIN;
SET LOCAL lock_timeout = '60s';
SET LOCAL client_min_messages = warning;
DROP SCHEMA public CASCADE;
CREATE SCHEMA public;
"""
ARRETE: Final = 3  # what psql answers when one of these was refused


class MoteurPostgresql:
    """`pg_dump`, `pg_restore` and `psql`; the password goes by the environment, never on the command line."""

    membre = "base.pgdump"

    def copier(self, base: BaseDatabaseWrapper, dossier: Path, vides: Collection[str]) -> tuple[Path, Releve]:
        finie = dossier / self.membre
        # A connection of its own holds the instant; the rows are counted there, and copied from there.
        with closing(base.copy()) as instant, _dire_la_base(), instant.cursor() as curseur:
            curseur.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            curseur.execute("SELECT pg_export_snapshot()")
            options = [f"--snapshot={curseur.fetchone()[0]}", "--format=custom", f"--file={finie}", "--no-owner"]
            options += [f"--exclude-table-data=public.{table}" for table in vides]
            _lancer("pg_dump", base, *options, "--no-privileges")
            return finie, _compter(curseur, vides)

    def remettre(self, base: BaseDatabaseWrapper, fichier: Path) -> None:
        base.close()
        extraire = [
            _programme("pg_restore"),
            "--no-owner",
            "--no-privileges",
            "--no-comments",
            "--file=-",
            str(fichier),
        ]
        commande, environnement = _commande("psql", base, "--quiet", "--no-psqlrc", "--output", os.devnull)
        with (
            dire_les_pannes("La base"),
            subprocess.Popen(extraire, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as source,  # noqa: S603 - ours
            subprocess.Popen(  # noqa: S603 - idem
                commande, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environnement
            ) as cible,
        ):
            assert source.stdout and cible.stdin and cible.stderr  # noqa: S101, PT018 - pipes were asked for
            est_demande = _verser(source.stdout, cible.stdin, source)
            dit = cible.stderr.read()
        if est_demande and cible.returncode not in {0, ARRETE}:  # it lost the server, told to commit
            raise RemiseEnDoute(f"La base : psql a perdu le serveur ({_premiere(dit)}). L’archive y est peut-être.")
        if source.returncode or cible.returncode:
            raise SauvegardeImpossible(f"La base : psql a refusé ({_premiere(dit)}). Rien n’a changé.")

    @contextmanager
    def a_part(self, base: BaseDatabaseWrapper, fichier: Path, _dossier: Path) -> Iterator[Releve]:
        neuve = base.copy()
        neuve.settings_dict["NAME"] = nom = f"{base.settings_dict['NAME']}_exercice"
        with _dire_la_base(), base._nodb_cursor() as serveur:
            serveur.execute(f'DROP DATABASE IF EXISTS "{nom}" WITH (FORCE)')
            serveur.execute(f'CREATE DATABASE "{nom}" TEMPLATE template0')
        try:
            self.remettre(neuve, fichier)
            with _dire_la_base(), closing(neuve), neuve.cursor() as curseur:
                yield _compter(curseur, ())
        finally:
            with _dire_la_base(), base._nodb_cursor() as serveur:
                serveur.execute(f'DROP DATABASE IF EXISTS "{nom}" WITH (FORCE)')


def _verser(de: IO[bytes], vers: IO[bytes], source: "subprocess.Popen[bytes]") -> bool:
    """Pour the copy; say whether the server was told to commit."""
    try:
        vers.write(DEBUT)
        shutil.copyfileobj(de, vers, TRONCON)
        if source.wait() == 0:
            vers.write(b"COMMIT;\n")
        vers.close()
    except BrokenPipeError:  # psql stopped at its first error; its code says so
        source.kill()
    return source.returncode == 0


def _compter(curseur: Any, vides: Collection[str]) -> Releve:
    curseur.execute(TOUTES)
    releve: Releve = {}
    for (table,) in curseur.fetchall():
        if table in vides:
            releve[table] = [0, "0"]
            continue
        curseur.execute(COMPTE.format(f'public."{table}"'))
        releve[table] = list(curseur.fetchone())
    return releve


def _programme(nom: str) -> str:
    if not (chemin := shutil.which(nom)):
        raise SauvegardeImpossible(f"Il manque {nom} : sudo apt install postgresql-client, de la version du serveur.")
    return chemin


def _commande(nom: str, base: BaseDatabaseWrapper, *options: str) -> tuple[list[str], dict[str, str]]:
    programme = _programme(nom)
    arguments, variables = base.client_class.settings_to_cmd_args_env(base.settings_dict, [])
    return [programme, *options, *arguments[1:]], {**os.environ, **(variables or {})}


def _lancer(nom: str, base: BaseDatabaseWrapper, *options: str) -> None:
    commande, environnement = _commande(nom, base, *options)
    fini = subprocess.run(commande, env=environnement, capture_output=True, check=False)  # noqa: S603 - ours
    if fini.returncode:
        raise SauvegardeImpossible(f"La base : {nom} a refusé ({_premiere(fini.stderr)}).")


def _premiere(erreurs: bytes) -> str:
    """Return the first line of what a tool said, without what it quotes: that may come from a row."""
    ligne = next(iter(erreurs.decode(errors="replace").splitlines()), "sans un mot")
    return re.sub(r'"[^"]*"', '"…"', ligne)[:200]


@contextmanager
def _dire_la_base() -> Iterator[None]:
    try:
        yield
    except Error as panne:
        raise SauvegardeImpossible(f"La base ne répond pas, ou refuse ({type(panne).__name__}).") from None
