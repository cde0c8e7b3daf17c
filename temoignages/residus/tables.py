"""Every value of every table of every database, found by asking the databases themselves: no list to keep."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.module_loading import import_string

from .morceaux import Morceau, reference_sure, textes_de, textes_du_flux

LOT = 500
CONNUES = {"sqlite", "postgresql"}
TABLE_DES_SESSIONS = "django_session"


def tables(alias: str) -> list[str]:
    """Return the tables and views of a database, those without a model and the shadow tables of an index included."""
    connexion = connections[alias]
    with connexion.cursor() as curseur:
        return sorted(connexion.introspection.table_names(curseur, include_views=True))


def lire_tables() -> Iterator[Morceau]:
    """Yield every text, JSON or binary value of every table of both databases."""
    for alias in connections:
        for table in tables(alias):
            yield from lire_table(alias, table)


def lire_table(alias: str, table: str) -> Iterator[Morceau]:
    """Yield the values of one table, in constant memory.

    The declared types are not believed: SQLite keeps text in any column. A session is yielded decoded.
    """
    connexion = connections[alias]
    cles = _cles(connexion, table)
    with _curseur(connexion) as curseur:
        curseur.execute(f"SELECT * FROM {connexion.ops.quote_name(table)}")  # noqa: S608 - a name that the base gave
        colonnes = [colonne[0] for colonne in curseur.description]
        cle = colonnes.index(cles[0]) if len(cles) == 1 else None
        rang = 0
        while lignes := curseur.fetchmany(LOT):
            for ligne in lignes:
                rang += 1
                reference = reference_sure(rang if cle is None else ligne[cle])
                for colonne, valeur in zip(colonnes, ligne, strict=True):
                    for texte in _textes(table, colonne, valeur):
                        yield Morceau(f"{alias}.{table}.{colonne}", reference, texte)


def lire_octets() -> Iterator[Morceau]:
    """Yield what can be read in the bytes of the SQLite files and of their logs: freed pages, pages not yet written."""
    for alias in connections:
        for fichier in fichiers_sqlite(alias):
            with fichier.open("rb") as flux:
                for texte in textes_du_flux(flux):
                    yield Morceau(f"octets:{alias}", "journal" if fichier.name.endswith("-wal") else "base", texte)


def fichiers_sqlite(alias: str) -> list[Path]:
    """Return the files of an SQLite database that exist; none in memory or for another engine."""
    connexion = connections[alias]
    nom = str(connexion.settings_dict["NAME"])
    if connexion.vendor != "sqlite" or ":memory:" in nom or "mode=memory" in nom:
        return []
    return [fichier for suffixe in ("", "-wal", "-journal") if (fichier := Path(nom + suffixe)).exists()]


def bases_inconnues() -> list[str]:
    """Return the databases whose engine this search was not written for."""
    return [f"base {alias}" for alias in connections if connections[alias].vendor not in CONNUES]


def _textes(table: str, colonne: str, valeur: Any) -> Iterator[str]:
    yield from textes_de(valeur)
    if table == TABLE_DES_SESSIONS and colonne == "session_data":
        # One the site can no longer decode (another key) is unreadable to anyone: Django gives it back empty.
        yield json.dumps(_magasin_des_sessions().decode(valeur), ensure_ascii=False, default=str)


def _magasin_des_sessions() -> SessionBase:
    magasin: SessionBase = import_string(f"{settings.SESSION_ENGINE}.SessionStore")()
    return magasin


def _cles(connexion: BaseDatabaseWrapper, table: str) -> list[str]:
    with connexion.cursor() as curseur:
        return list(connexion.introspection.get_primary_key_columns(curseur, table) or ())


def _curseur(connexion: BaseDatabaseWrapper) -> Any:
    # PostgreSQL reads a whole answer at once unless the cursor stays on the server.
    return connexion.chunked_cursor() if connexion.vendor == "postgresql" else connexion.cursor()
