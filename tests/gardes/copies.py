"""Copies of a whole database, taken and put back: a file for SQLite, a template for PostgreSQL."""

import sqlite3
from pathlib import Path

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper


def existe(connexion: BaseDatabaseWrapper, nom: str) -> bool:
    """Say whether this database was copied under the name `nom`."""
    if connexion.vendor == "sqlite":
        return fichier(connexion, nom).exists()
    return (_modele(connexion, nom),) in _sur_le_serveur(connexion, "SELECT datname FROM pg_database")


def copier(connexion: BaseDatabaseWrapper, nom: str) -> None:
    """Copy this database under the name `nom`."""
    if connexion.vendor == "sqlite":
        connexion.ensure_connection()
        with sqlite3.connect(fichier(connexion, nom)) as copie:
            connexion.connection.backup(copie)
        copie.close()
    else:
        _dupliquer(connexion, de=_nom(connexion), vers=_modele(connexion, nom))


def remettre(connexion: BaseDatabaseWrapper, nom: str) -> None:
    """Put this database back as it was when `nom` was copied."""
    if connexion.vendor == "sqlite":
        connexion.ensure_connection()
        copie = sqlite3.connect(fichier(connexion, nom))
        copie.backup(connexion.connection)
        copie.close()
    else:
        _dupliquer(connexion, de=_modele(connexion, nom), vers=_nom(connexion))


def fichier(connexion: BaseDatabaseWrapper, nom: str) -> Path:
    """Return the file of a copy; SQLite only."""
    return Path(settings.VAR) / f"copie-{nom}-{connexion.alias}.sqlite3"


def _nom(connexion: BaseDatabaseWrapper) -> str:
    return str(connexion.settings_dict["NAME"])


def _modele(connexion: BaseDatabaseWrapper, nom: str) -> str:
    return f"{_nom(connexion)}_{nom}"


def _dupliquer(connexion: BaseDatabaseWrapper, *, de: str, vers: str) -> None:
    # FORCE ends what another thread left open: a database in use is neither copied nor dropped.
    connexion.close()
    _sur_le_serveur(connexion, f'DROP DATABASE IF EXISTS "{vers}" WITH (FORCE)')
    _sur_le_serveur(connexion, f'CREATE DATABASE "{vers}" TEMPLATE "{de}" STRATEGY FILE_COPY')


def _sur_le_serveur(connexion: BaseDatabaseWrapper, commande: str) -> list[tuple[object, ...]]:
    with connexion._nodb_cursor() as curseur:
        curseur.execute(commande)
        return list(curseur.fetchall()) if curseur.description else []
