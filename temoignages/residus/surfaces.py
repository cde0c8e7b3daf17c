"""All the surfaces at once, and those that this search does not know how to read: a proof must name them."""

import logging
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connections
from django.utils.log import AdminEmailHandler

from .fichiers import lire_courriels_en_fichiers, lire_journaux, lire_medias, magasins_muets, sorties
from .memoires import caches_inconnus, lire_caches, lire_courriels_en_memoire
from .morceaux import Morceau
from .tables import bases_inconnues, lire_octets, lire_tables, tables

# Written by Django and by SQLite's full-text index, which no model describes: read like any other.
SANS_MODELE = {"django_migrations", "wagtailsearch_indexentry_fts", "pages_recherche_fts"}
OMBRES_FTS = ("_config", "_content", "_data", "_docsize", "_idx")
SESSIONS = {f"django.contrib.sessions.backends.{nom}" for nom in ("db", "cached_db", "cache")}
COURRIELS = {f"django.core.mail.backends.{nom}.EmailBackend" for nom in ("locmem", "filebased", "console", "smtp")}
TACHES = {
    "django_tasks.backends.immediate.ImmediateBackend",  # keeps nothing
    "django_tasks.backends.dummy.DummyBackend",
    "django_tasks_db.DatabaseBackend",  # a table
}
# A plain stream keeps nothing; a file is read; e-mails to administrators pass by the mail.
SORTIES = (logging.StreamHandler, logging.NullHandler, AdminEmailHandler)


def lire_tout(journaux: Iterable[Path] = ()) -> Iterator[Morceau]:
    """Yield every piece of text of every surface; `journaux`: log files that the settings do not name."""
    return chain(
        lire_tables(),
        lire_octets(),
        lire_medias(),
        lire_caches(),
        lire_courriels_en_memoire(),
        lire_courriels_en_fichiers(),
        lire_journaux(journaux),
    )


def inconnues() -> list[str]:
    """Return the surfaces that nothing here reads, or that nobody declared: a kind of cache, a handler, a table."""
    reglages = {
        "sessions": {settings.SESSION_ENGINE} - SESSIONS,
        "courriels": {settings.EMAIL_BACKEND} - COURRIELS,
        "tâches": {tache["BACKEND"] for tache in settings.TASKS.values()} - TACHES,
    }
    autres = [f"{genre} {nom}" for genre, noms in reglages.items() for nom in sorted(noms)]
    autres += [f"fichiers {alias}" for alias in magasins_muets()]
    return [*bases_inconnues(), *tables_sans_modele(), *caches_inconnus(), *_sorties_inconnues(), *autres]


def tables_sans_modele() -> list[str]:
    """Return the tables that no model declares: they are read all the same, but nobody answers for them."""
    modeles = apps.get_models(include_auto_created=True)
    declarees = {modele._meta.db_table for modele in modeles} | SANS_MODELE
    index = {table + ombre for table in declarees for ombre in OMBRES_FTS if table.endswith("_fts")}
    return [f"table {alias}.{nom}" for alias in connections for nom in tables(alias) if nom not in declarees | index]


def _sorties_inconnues() -> list[str]:
    genres = {type(sortie) for sortie in sorties() if not _est_connue(sortie)}
    return sorted(f"journal {genre.__module__}.{genre.__qualname__}" for genre in genres)


def _est_connue(sortie: logging.Handler) -> bool:
    # The very class, or a file's: a handler that inherits from a stream may send what it gets anywhere.
    return type(sortie) in SORTIES or isinstance(sortie, logging.FileHandler)
