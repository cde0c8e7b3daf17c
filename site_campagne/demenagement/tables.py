"""A table, read as its engine keeps it: no field of a library may put its values in order on the way.

Values go from one engine to the other as plain Python (a date with its zone, a number, bytes, the text of a JSON), and
are compared as such.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import cached_property
from hashlib import sha256
from typing import Any, Final

from django.apps import apps
from django.db import router
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Field, Model
from django.db.models.expressions import Col

PAR_LOT: Final = 500
# What is made again from the rest, or of this very installation: search indexes, the state of the kept pages.
REFAITES: Final = frozenset(
    {"pages.EntreeRecherche", "pages.MotRecherche", "site_campagne.Marque"}
    | {"wagtailsearch.IndexEntry", "wagtailsearch.PostgresIndexEntry", "wagtailsearch.SQLiteFTSIndexEntry"}
)
Rangee = tuple[Any, ...]


@dataclass(frozen=True)
class Table:
    """The table of a model, whatever the engine: its own columns, not those of its parents."""

    modele: type[Model]

    @property
    def nom(self) -> str:
        """Its name, the same on both sides."""
        return self.modele._meta.db_table

    @cached_property
    def champs(self) -> "list[Field[Any, Any]]":
        """Its columns, in order."""
        return list(self.modele._meta.local_concrete_fields)

    def lire(self, base: BaseDatabaseWrapper) -> Iterator[Rangee]:
        """Yield each row, a few in memory at a time."""
        colonnes = ", ".join(base.ops.quote_name(str(champ.column)) for champ in self.champs)
        lecteurs = [_lecteur(champ, base) for champ in self.champs]
        with _curseur(base) as curseur:
            curseur.execute(f"SELECT {colonnes} FROM {base.ops.quote_name(self.nom)}")  # noqa: S608 - our own models
            while lot := curseur.fetchmany(PAR_LOT):
                for brute in lot:
                    yield tuple(lire(valeur) for valeur, lire in zip(brute, lecteurs, strict=True))

    def ecrire(self, base: BaseDatabaseWrapper, rangees: list[Rangee]) -> None:
        """Write rows, keys included."""
        colonnes = ", ".join(base.ops.quote_name(str(champ.column)) for champ in self.champs)
        places = ", ".join(["%s"] * len(self.champs))
        with base.cursor() as curseur:
            sql = f"INSERT INTO {base.ops.quote_name(self.nom)} ({colonnes}) VALUES ({places})"  # noqa: S608 - idem
            curseur.executemany(sql, rangees)

    def relever(self, base: BaseDatabaseWrapper) -> tuple[int, int]:
        """Return how many rows there are, and the sum of their hashes: the same in any order."""
        compte = somme = 0
        json_ = [_type(champ) == "JSONField" for champ in self.champs]
        for rangee in self.lire(base):
            compte += 1
            plate = [canonique(v, est_json=j) for v, j in zip(rangee, json_, strict=True)]
            somme += int.from_bytes(sha256(repr(plate).encode()).digest())
        return compte, somme % 2**256


def tables_de(alias: str) -> list[Table]:
    """Return the tables to copy in a database, those of many to many included."""
    modeles = {
        modele._meta.db_table: modele
        for modele in apps.get_models(include_auto_created=True)
        if not modele._meta.proxy and modele._meta.managed and modele._meta.label not in REFAITES
    }
    return [Table(m) for _nom, m in sorted(modeles.items()) if router.allow_migrate_model(alias, m)]


def canonique(valeur: Any, *, est_json: bool = False) -> Any:
    """Return a value as it compares from one engine to the other."""
    if valeur is None:
        return None
    if est_json:
        return json.dumps(json.loads(valeur, parse_float=_nombre, parse_int=_nombre), sort_keys=True)
    if isinstance(valeur, datetime):
        return valeur.astimezone(UTC).isoformat()
    if isinstance(valeur, bytes | bytearray | memoryview):
        return bytes(valeur)
    if isinstance(valeur, Decimal):
        return str(valeur.normalize())
    return str(valeur) if isinstance(valeur, date | time) else valeur


def _nombre(ecrit: str) -> str:
    """« 1.0 », « 1 » and « 1e0 » are one number, which an engine may write its own way."""
    return str(Decimal(ecrit).normalize())


def _curseur(base: BaseDatabaseWrapper) -> Any:
    return base.chunked_cursor()


def _type(champ: "Field[Any, Any]") -> str:
    return _feuille(champ).get_internal_type()


def _feuille(champ: "Field[Any, Any]") -> Any:
    """Return the field that says the type of a column: for a link, the key that it holds."""
    while champ.remote_field:
        champ = champ.target_field  # type: ignore[attr-defined]  # a link has one
    return champ


def _lecteur(champ: "Field[Any, Any]", base: BaseDatabaseWrapper) -> Callable[[Any], Any]:
    """Return what reads a column: what the engine itself needs for it, and nothing of the field's own."""
    feuille = _feuille(champ)
    colonne = Col("", feuille, feuille)
    convertisseurs = [] if _type(champ) == "JSONField" else base.ops.get_db_converters(colonne)

    def lire(valeur: Any) -> Any:
        for convertir in convertisseurs:
            valeur = convertir(valeur, colonne, base)
        return bytes(valeur) if isinstance(valeur, memoryview) else valeur

    return lire
