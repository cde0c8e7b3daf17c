"""SQLite: the online backup API both ways. It copies one instant without stopping writers, and ends whole or not."""

import gzip
import shutil
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db.backends.base.base import BaseDatabaseWrapper

from .refus import SauvegardeImpossible, dire_les_pannes
from .releve import Releve
from .scelle import TRONCON

OU = "La copie de la base"


class MoteurSqlite:
    """A file copied page by page, emptied of what has no reason to be there, packed, compressed."""

    membre = "base.sqlite3.gz"

    def copier(self, base: BaseDatabaseWrapper, dossier: Path, vides: Collection[str]) -> tuple[Path, Releve]:
        copie, nette, finie = dossier / "copie", dossier / "nette", dossier / self.membre
        base.ensure_connection()
        with dire_les_pannes(OU), _dire_sqlite(OU):
            with closing(sqlite3.connect(copie)) as cible:
                base.connection.backup(cible)  # one step: one instant
                cible.executescript("PRAGMA foreign_keys=OFF; PRAGMA secure_delete=ON;")
                for table in vides:
                    cible.execute(f'DELETE FROM "{table}"')  # noqa: S608 - a table of our own models
                for table in _index_en_texte_integral(cible):
                    cible.execute(f'INSERT INTO "{table}"("{table}") VALUES (\'rebuild\')')  # noqa: S608 - idem
                cible.commit()
                # Into a file of this folder, where VACUUM alone would leave one in the system's.
                cible.execute("VACUUM INTO ?", [str(nette)])
            copie.unlink()
            releve = _verifier(nette)
            with nette.open("rb") as lue, gzip.open(finie, "wb", compresslevel=5) as ecrite:
                shutil.copyfileobj(lue, ecrite, TRONCON)
            nette.unlink()
        return finie, releve

    def remettre(self, base: BaseDatabaseWrapper, fichier: Path) -> None:
        base.ensure_connection()
        with _ouverte(fichier, fichier.parent) as source, _dire_sqlite("La base"):
            source.backup(base.connection)
        base.close()

    @contextmanager
    def a_part(self, _base: BaseDatabaseWrapper, fichier: Path, dossier: Path) -> Iterator[Releve]:
        with _ouverte(fichier, dossier) as source:
            yield _compter(source)


@contextmanager
def _ouverte(fichier: Path, dossier: Path) -> Iterator[sqlite3.Connection]:
    """Open a compressed copy, once its structure was verified."""
    depliee = dossier / "depliee"
    with dire_les_pannes(OU), gzip.open(fichier, "rb") as lue, depliee.open("wb") as ecrite:
        shutil.copyfileobj(lue, ecrite, TRONCON)
    try:
        _verifier(depliee)
        with closing(sqlite3.connect(depliee)) as connexion:
            yield connexion
    finally:
        depliee.unlink(missing_ok=True)


def _verifier(fichier: Path) -> Releve:
    with closing(sqlite3.connect(fichier)) as connexion, _dire_sqlite(OU):
        if connexion.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            raise SauvegardeImpossible("La copie de la base est abîmée : rien n’a été gardé.")
        return _compter(connexion)


def _compter(connexion: sqlite3.Connection) -> Releve:
    noms = connexion.execute(
        "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_fts%'"
    )
    return {
        nom: list(connexion.execute(f'SELECT count(*) FROM "{nom}"').fetchone())  # noqa: S608 - read from the schema
        for (nom,) in sorted(noms)
    }


def _index_en_texte_integral(connexion: sqlite3.Connection) -> list[str]:
    sql = "SELECT name FROM sqlite_master WHERE type='table' AND sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%'"
    return [nom for (nom,) in connexion.execute(sql).fetchall()]


@contextmanager
def _dire_sqlite(ou: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as panne:
        if "full" in str(panne):
            raise SauvegardeImpossible(f"{ou} : il n’y a plus de place. Libérez-en, puis recommencez.") from None
        raise SauvegardeImpossible(f"{ou} : SQLite a refusé ({type(panne).__name__}).") from None
