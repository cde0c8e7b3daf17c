"""Queries prepared once a day: of those that pages ask most, writing the SQL costs more than running it.

What is kept is words of SQL and where its values go, never a row: what is withdrawn is gone at the next reading.
"""

from collections.abc import Callable, Hashable
from copy import copy
from functools import lru_cache
from typing import Any, Final, Generic, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Expression, Field, Model, QuerySet, prefetch_related_objects
from django.db.models.sql.compiler import SQLCompiler

from .horloge import aujourdhui
from .langues import langue_active

Lignes = TypeVar("Lignes", bound=Model)
AU_PLUS: Final = 256  # of all shapes; a page asks about fifteen


class Parametre(Expression):
    """Where a value goes, by its rank among those that `Preparee.lire` receives; `champ` says of what kind it is."""

    def __init__(self, rang: int, champ: "Field[Any, Any] | None" = None) -> None:
        super().__init__(output_field=champ)
        self.rang, self.champ = rang, champ

    def as_sql(self, _compilateur: SQLCompiler, _connexion: Any) -> Any:
        """Leave a place in the SQL, and itself among the values."""
        return "%s", (self,)

    def parmi(self, valeurs: tuple[Any, ...], connexion: Any) -> Any:
        """Return its value, as the database wants it."""
        valeur = valeurs[self.rang]
        return valeur if self.champ is None else self.champ.get_db_prep_value(valeur, connexion)


class Preparee(Generic[Lignes]):
    """A list of rows whose SQL is written; only its values change."""

    def __init__(self, lignes: "QuerySet[Lignes]") -> None:
        """Write the SQL of `lignes`, in which `Parametre` stands for each value that changes."""
        self._lignes = lignes
        self._avec: tuple[Any, ...] = vars(lignes)["_prefetch_related_lookups"]
        self._compilateur: Any = lignes.query.get_compiler(lignes.db)
        try:
            self._sql, self._valeurs = self._compilateur.as_sql()
        except EmptyResultSet:  # nothing can match; Django's own way to say it again
            self._sql, self._valeurs = "", ()

    def lire(self, *valeurs: Any) -> list[Lignes]:
        """Return the rows for these values, as the list would have given them: models, annotations, related rows."""
        connexion = connections[self._lignes.db]  # it belongs to its thread
        remplies = tuple(v.parmi(valeurs, connexion) if isinstance(v, Parametre) else v for v in self._valeurs)
        compilateur = copy(self._compilateur)
        compilateur.connection = connexion
        compilateur.as_sql = lambda *_arguments, **_options: (self._sql, remplies)
        ecrite: Any = _Ecrite(compilateur)
        lues: list[Lignes] = list(QuerySet(self._lignes.model, ecrite, self._lignes.db))
        prefetch_related_objects(lues, *self._avec)
        return lues


class _Ecrite:
    """What stands for Django's `Query` of a list whose SQL is written."""

    def __init__(self, compilateur: Any) -> None:
        self._compilateur = compilateur

    def get_compiler(self, **_options: Any) -> Any:
        return self._compilateur


def preparee(construire: "Callable[..., QuerySet[Lignes]]", *formes: Hashable) -> Preparee[Lignes]:
    """Return the query of `construire(*formes)`, prepared for today and for the language of the page being made.

    Args:
        construire: a function of a module; beside its arguments, its SQL depends on the day and the language alone.
        formes: what its SQL depends on: how many keys, of which model.
    """
    requete: Preparee[Lignes] = _preparer(construire, formes, aujourdhui(), langue_active())
    return requete


@lru_cache(AU_PLUS)
def _preparer(construire: Any, formes: tuple[Hashable, ...], _jour: Any, _langue: str) -> Preparee[Any]:
    return Preparee(construire(*formes))


oublier = _preparer.cache_clear  # for who changes a condition in the life of a process: our tests
