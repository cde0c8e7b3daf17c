"""The move itself: one transaction on each target, both ended only once all was compared. Broken off, it left nothing.

The process runs on the settings of the new place; the old files are only read.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from django.apps import apps
from django.core.management.color import no_style
from django.db import Error, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.sqlite3.base import DatabaseWrapper

from ..sauvegarde.fermeture import est_ferme
from .refus import DemenagementImpossible
from .tables import PAR_LOT, Table, tables_de

Progres = Callable[[str, int], object]  # is told the name of a table and the number of its rows
# A base with a row of one of these is somebody's: all the rest, `migrate` may have made.
TEMOINS: Final = {
    "default": ("reseau.Compte", "temoignages.Depot", "temoignages.Temoignage", "wagtailcore.Revision"),
    "coffre": ("coffre.CleDepot", "coffre.RetraitConsigne"),
}
# Tables of the engine, and the shadows of its search index.
SANS_MODELE: Final = ("django_migrations", "sqlite_")


@dataclass(frozen=True, slots=True)
class Demenage:
    """What was moved, and what no model describes: left where it was."""

    tables: int
    rangees: int
    laissees: list[str]


def demenager(depuis: dict[str, Path], progres: Progres) -> Demenage:
    """Copy SQLite files into the databases of the site.

    Args:
        depuis: the file of each database, by its alias.
        progres: is told each table, as it ends.

    Raises:
        DemenagementImpossible: something is not as it must be, or differs afterwards; nothing was written.
    """
    if not est_ferme():
        raise DemenagementImpossible(
            "Le site est ouvert. Fermez-le d’abord (manage.py maintenance fermer) et arrêtez « travailler »."
        )
    with _sources(depuis) as sources:
        for alias, source in sources.items():
            _exiger_une_cible(alias, source)
        tables = rangees = 0
        # The safe ends last: a key without its deposit is destroyed by the upkeep, never the other way round.
        with transaction.atomic("coffre"), transaction.atomic("default"):
            for alias, source in sources.items():
                for table in _vider(alias):
                    rangees += _copier(table, source, connections[alias], progres)
                    tables += 1
                _refermer(alias)
                _comparer(alias, source)
        return Demenage(tables, rangees, [nom for alias, s in sources.items() for nom in _sans_modele(alias, s)])


@contextmanager
def _sources(depuis: dict[str, Path]) -> Iterator[dict[str, BaseDatabaseWrapper]]:
    """Open the files for reading only, as databases of their own."""
    ouvertes: dict[str, BaseDatabaseWrapper] = {}
    try:
        for alias, fichier in depuis.items():
            if not fichier.is_file():
                raise DemenagementImpossible(f"{fichier.name} : ce fichier est introuvable.")
            reglages = {**connections[alias].settings_dict, "ENGINE": "django.db.backends.sqlite3"}
            reglages |= {"NAME": f"{fichier.resolve().as_uri()}?mode=ro", "OPTIONS": {"uri": True}}
            ouvertes[alias] = DatabaseWrapper(reglages, alias)
        yield ouvertes
    finally:
        for source in ouvertes.values():
            source.close()


def _exiger_une_cible(alias: str, source: BaseDatabaseWrapper) -> None:
    cible = connections[alias]
    if cible.vendor != "postgresql":
        raise DemenagementImpossible(
            "DATABASE_URL et COFFRE_URL doivent déjà être les adresses PostgreSQL : la commande écrit dans la base du"
            " site, et lit l’ancien fichier."
        )
    try:
        faites, voulues = (_migrations(alias, base) for base in (source, cible))
    except Error:
        raise DemenagementImpossible(f"{alias} : le fichier n’est pas une base SQLite de ce site.") from None
    if faites != voulues:
        ecart = ", ".join(sorted(".".join(cle) for cle in faites ^ voulues)[:5])
        raise DemenagementImpossible(
            f"{alias} : les deux bases n’ont pas les mêmes migrations ({ecart}). Avec la même version du site :"
            " « manage.py migrate » de chaque côté, coffre compris."
        )
    pleines = [nom for nom in TEMOINS[alias] if apps.get_model(nom)._base_manager.using(alias).exists()]
    if pleines:
        raise DemenagementImpossible(
            f"{alias} : la base d’arrivée n’est pas vide ({', '.join(pleines)}). Rien n’a été touché. Prenez une base"
            " neuve : createdb, puis « manage.py migrate »."
        )


def _migrations(alias: str, base: BaseDatabaseWrapper) -> set[tuple[str, str]]:
    """Return the migrations that count for this database: the other's are recorded too, and make nothing here."""
    with base.cursor() as curseur:
        curseur.execute("SELECT app, name FROM django_migrations")
        return {(app, nom) for app, nom in curseur.fetchall() if (app == "coffre") == (alias == "coffre")}


def _vider(alias: str) -> list[Table]:
    """Empty what `migrate` wrote: numbers of content types and permissions must be those of the old rows."""
    cible, tables = connections[alias], tables_de(alias)
    with cible.cursor() as curseur:
        noms = ", ".join(cible.ops.quote_name(table.nom) for table in tables)
        curseur.execute(f"TRUNCATE {noms} RESTART IDENTITY CASCADE")
    return tables


def _copier(table: Table, source: BaseDatabaseWrapper, cible: BaseDatabaseWrapper, progres: Progres) -> int:
    compte, rangees = 0, table.lire(source)
    try:
        while lot := list(islice(rangees, PAR_LOT)):
            table.ecrire(cible, lot)
            compte += len(lot)
    except (Error, ValueError) as refus:  # its words quote the row
        raise DemenagementImpossible(
            f"{table.nom} : PostgreSQL refuse une valeur, après la rangée {compte} ({type(refus).__name__}) : trop"
            " longue, ou avec un caractère nul. Corrigez-la dans l’ancienne base. Rien n’a été écrit."
        ) from None
    progres(table.nom, compte)
    return compte


def _refermer(alias: str) -> None:
    """Check every link now, and let the next row take the next number."""
    cible = connections[alias]
    try:
        cible.check_constraints()
    except Error as refus:
        raise DemenagementImpossible(
            f"{alias} : une rangée en désigne une qui n’existe pas ({type(refus).__name__}). Rien n’a été écrit."
        ) from None
    modeles = [table.modele for table in tables_de(alias)]
    with cible.cursor() as curseur:
        for ordre in cible.ops.sequence_reset_sql(no_style(), modeles):
            curseur.execute(ordre)


def _comparer(alias: str, source: BaseDatabaseWrapper) -> None:
    differe = [t.nom for t in tables_de(alias) if t.relever(source) != t.relever(connections[alias])]
    if differe:
        raise DemenagementImpossible(f"Ces tables ne sont pas pareilles : {', '.join(differe)}. Rien n’a été gardé.")


def _sans_modele(alias: str, source: BaseDatabaseWrapper) -> list[str]:
    connues = {m._meta.db_table for m in apps.get_models(include_auto_created=True)}
    noms = source.introspection.table_names()
    return [
        f"{alias}.{nom}" for nom in noms if nom not in connues and not nom.startswith(SANS_MODELE) and "_fts" not in nom
    ]
