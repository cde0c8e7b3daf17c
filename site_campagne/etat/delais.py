"""How long an answer waits for PostgreSQL: one that hangs must not hold, one by one, all the threads of a node.

A server that is slow ends a statement itself; one that says nothing any more (frozen, lost) ends nothing: the
connection is then closed from here. For what answers readers only (`wsgi.py`): a migration, a move, an upkeep take
their time.
"""

from typing import Any, Final

from django.db.backends.base.base import BaseDatabaseWrapper

# Seconds. Sixty times our slowest page, and less than anybody waits. It also ends the wait for a row that is locked.
REQUETE: Final = 10
# A little more, so that a server that only is slow says so itself, and keeps its connection.
SILENCE: Final = 12
REGLER: Final = "SELECT set_config('statement_timeout', %s, false)"
_GENRE: Final = "ConnectionTimeout"


def borner(connection: BaseDatabaseWrapper, **_signal: object) -> None:
    """Bound what is asked of a connection that has just been opened; SQLite has its own delay."""
    if connection.vendor != "postgresql":
        return
    from psycopg import errors  # noqa: PLC0415 - where PostgreSQL serves only

    lien: Any = connection.connection
    attendre = lien.wait

    def attendre_un_temps(gen: Any, *args: Any, **options: Any) -> Any:
        try:
            return attendre(gen, *args, **{"timeout": SILENCE} | options)
        except errors._WaitTimeout:  # what `Connection.wait` says that it raises
            lien.close()
            raise errors.ConnectionTimeout("no answer") from None

    lien.wait = attendre_un_temps
    with connection.cursor() as curseur:
        curseur.execute(REGLER, [f"{REQUETE}s"])


def est_un_silence(erreur: BaseException | None) -> bool:
    """Say whether an error is that of a server that did not answer, whether it was opened or asked."""
    return type(getattr(erreur, "__cause__", None)).__name__ == _GENRE
