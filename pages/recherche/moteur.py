"""Asking the engine: full-text columns on PostgreSQL, FTS5 on SQLite, over the same roots."""

from collections.abc import Sequence
from typing import Final

from django.db import connection
from django.db.models import CharField, Lookup, Q, QuerySet
from django.db.models.functions import Length

from reseau.langue.fautes import ecart_permis

from .modeles import EntreeRecherche, MotRecherche

# The nearest ones: nobody reads further, and every count of the page is made of these.
MAXIMUM: Final = 1000
VERROU: Final = 8_034_117  # any number that no other lock of ours has
_SQLITE: Final = (
    "SELECT rowid, -bm25(pages_recherche_fts, 8.0, 1.0) AS valeur FROM pages_recherche_fts"
    " WHERE pages_recherche_fts MATCH %s ORDER BY valeur DESC, rowid DESC LIMIT %s"
)
# Weights in the order D, C, B, A: the body is D, the title A.
_POSTGRESQL: Final = (
    "SELECT id, ts_rank('{0.1, 0, 0, 1}', vecteur, demande, 1) AS valeur"
    " FROM pages_entreerecherche, to_tsquery('simple', %s) demande"
    " WHERE vecteur @@ demande ORDER BY valeur DESC, id DESC LIMIT %s"
)
Groupes = Sequence[frozenset[str]]


def scores(groupes: Groupes, *, tous: bool = True) -> dict[int, float]:
    """Return how well each entry answers, by its key; the title counts most. One query.

    Args:
        groupes: for each word, the roots any of which answers it.
        tous: whether every word must be there; otherwise one is enough.
    """
    if not groupes:
        return {}
    sur_postgresql = connection.vendor == "postgresql"
    ou, et, requete = (" | ", " & ", _POSTGRESQL) if sur_postgresql else (" OR ", " AND ", _SQLITE)
    # Roots are letters and digits: no sign of either query language.
    alternatives = [f"({ou.join(_citer(racine) for racine in sorted(groupe))})" for groupe in groupes]
    with connection.cursor() as curseur:
        curseur.execute(requete, [(et if tous else ou).join(alternatives), MAXIMUM])
        return {int(cle): float(valeur) for cle, valeur in curseur.fetchall()}


def _citer(racine: str) -> str:
    return f"'{racine}'" if connection.vendor == "postgresql" else f'"{racine}"'


class Ressemble(Lookup[str]):
    """PostgreSQL's « % » of pg_trgm: words that share enough runs of three letters; its index answers."""

    lookup_name = "ressemble"

    def as_sql(self, compiler: object, connection: object) -> tuple[str, tuple[str | int, ...]]:
        """Return the condition."""
        gauche, a_gauche = self.process_lhs(compiler, connection)  # type: ignore[arg-type]  # as Django calls it
        droite, a_droite = self.process_rhs(compiler, connection)  # type: ignore[arg-type]  # idem
        return f"{gauche} %% {droite}", (*a_gauche, *a_droite)


CharField.register_lookup(Ressemble)


def voisins(plies: Sequence[str]) -> "QuerySet[MotRecherche]":
    """Return the known words that may stand for some folded ones: among them are the words themselves, if known.

    Same first letter and nearly the same length; on PostgreSQL also whatever looks like it.
    """
    voulus = Q(pk__in=[])
    for plie in plies:
        ecart = max(ecart_permis(plie), 2)  # other forms of a known word are told from a slip
        voulus |= Q(plie__startswith=plie[0], longueur__range=(len(plie) - ecart, len(plie) + ecart))
        if connection.vendor == "postgresql":
            voulus |= Q(plie__ressemble=plie)
    return MotRecherche.objects.alias(longueur=Length("plie")).filter(voulus)


def attendre_son_tour() -> None:
    """Wait until no other transaction writes the index: two at once could each wait for a word the other holds."""
    if connection.vendor == "postgresql":
        with connection.cursor() as curseur:
            curseur.execute("SELECT pg_advisory_xact_lock(%s)", [VERROU])


def oublier_les_restes() -> None:
    """Leave nothing of deleted entries in the index itself: FTS5 keeps their roots until its parts are merged."""
    if connection.vendor == "sqlite":
        with connection.cursor() as curseur:
            curseur.execute("INSERT INTO pages_recherche_fts(pages_recherche_fts) VALUES ('optimize')")


def vider() -> None:
    """Delete the whole index, in the transaction of the caller."""
    EntreeRecherche.objects.all().delete()
    MotRecherche.objects.all().delete()
    oublier_les_restes()
