"""The state of the public side, as one short name that changes with it: read at each request, never kept."""

import logging
from typing import Final, NamedTuple

from django.db import Error, connection

from reseau.horloge import aujourdhui
from temoignages.models import Generation

from .marques import Marque, relire

journal = logging.getLogger(__name__)
# One round trip; the ORM has no two sums of two tables without a row to start from.
LIRE: Final = (
    f"SELECT (SELECT SUM(jeton) FROM {Marque._meta.db_table}),"  # noqa: S608 - names of our own tables
    f" (SELECT MAX(numero) FROM {Generation._meta.db_table})"
)
CHERCHER: Final = "EXISTS (SELECT 1 FROM {table} WHERE {colonne} = %s)"


# The (table, column) where a key may be, names of our own.
Lieux = tuple[tuple[str, str], ...]


class Cherchee(NamedTuple):
    """What an address names: a key, and where it may be."""

    cle: str
    lieux: Lieux


def etat_public() -> str | None:
    """Return what names today's public side; nothing when the database cannot say: nothing is kept then.

    The marks of all that was written, the generation of the words, and the day: a consent, a countdown or an
    authorisation ends with it.
    """
    return etat_et_presence(None)[0]


def etat_et_presence(cherchee: Cherchee | None) -> tuple[str | None, bool]:
    """Return the same, and whether what an address names is there: in the same query. Nothing is sought: it is."""
    est_la, cles = "1", []
    if cherchee:
        est_la = " OR ".join(CHERCHER.format(table=table, colonne=colonne) for table, colonne in cherchee.lieux)
        cles = [cherchee.cle] * len(cherchee.lieux)
    try:
        with connection.cursor() as curseur:
            curseur.execute(f"{LIRE}, {est_la}", cles)
            marques, generation, presente = curseur.fetchone()
        relire(connection)
    except Error as erreur:
        journal.error("L’état public ne se lit pas : rien n’est gardé (%s)", type(erreur).__name__)
        return None, True
    return f"{marques or 0}.{generation or 0}.{aujourdhui():%Y%m%d}", bool(presente)
