"""The state of the public side, as one short name that changes with it: read at each request, never kept."""

import logging
from typing import Final

from django.db import DatabaseError, connection

from reseau.horloge import aujourdhui
from temoignages.models import Generation

from .marques import Marque, relire

journal = logging.getLogger(__name__)
# One round trip; the ORM has no two sums of two tables without a row to start from.
LIRE: Final = (
    f"SELECT (SELECT SUM(jeton) FROM {Marque._meta.db_table}),"  # noqa: S608 - names of our own tables
    f" (SELECT MAX(numero) FROM {Generation._meta.db_table})"
)


def etat_public() -> str | None:
    """Return what names today's public side; nothing when the database cannot say: nothing is kept then.

    The marks of all that was written, the generation of the words, and the day: a consent, a countdown or an
    authorisation ends with it.
    """
    try:
        with connection.cursor() as curseur:
            curseur.execute(LIRE)
            marques, generation = curseur.fetchone()
        relire(connection)
    except DatabaseError as erreur:
        journal.error("L’état public ne se lit pas : rien n’est gardé (%s)", type(erreur).__name__)
        return None
    return f"{marques or 0}.{generation or 0}.{aujourdhui():%Y%m%d}"
