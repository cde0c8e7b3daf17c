"""A mark for every transaction that writes what a public page may read: whatever writes, however it writes.

Signals miss `update()`, `bulk_create()` and what libraries write; the statement itself says its table. A mark is a row
that is added, never one that is changed: two writers wait for nobody, so that no deadlock can come from here. The state
of the public side is the sum of the marks: random numbers, so that no set of them gives the sum of another.
"""

import re
import secrets
from collections.abc import Callable
from typing import Any, Final

from django.db import DEFAULT_DB_ALIAS, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from medias.donnees import Carte

ECRITURE: Final = re.compile(
    r"""\s*(?:(?P<ajout>INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO)|UPDATE|DELETE\s+FROM|TRUNCATE)"""
    r"""\s+["`]?(?P<table>\w+)|\s*ROLLBACK TO\b""",
    re.IGNORECASE,
)
# What no kept page reads, and what is written at any moment. All the rest counts, tables to come included: a test
# walks the public pages and refuses a table of this list among those that they read.
PRIVEES: Final = frozenset(
    """
    account_emailaddress account_emailconfirmation django_migrations django_session django_tasks_database_dbtaskresult
    mfa_authenticator pages_accespartage pages_approbation pages_entreerecherche pages_exigencerelecture
    pages_lienpartage pages_lienpartage_pages pages_motrecherche pages_telechargement reseau_invitation
    site_campagne_marque site_campagne_tacheplanifiee temoignages_decisionconstat temoignages_depot temoignages_lot
    temoignages_participationatelier temoignages_phrasesuivi temoignages_trace wagtailadmin_editingsession
    wagtailadmin_formstate
    wagtailcore_comment wagtailcore_commentreply wagtailcore_modellogentry wagtailcore_pagelogentry
    wagtailcore_pagesubscription wagtailcore_referenceindex wagtailcore_revision wagtailcore_taskstate
    wagtailcore_uploadedfile wagtailcore_workflowstate wagtailsearch_indexentry wagtailsearch_indexentry_fts
    wagtailusers_userprofile
    """.split()
)
# Each deposit adds its consents, before anything of it is public; only what changes or takes away one shows.
AJOUTS_PRIVES: Final = frozenset({"temoignages_consentement"})
BITS: Final = 48  # 32,000 of them stay under the greatest integer of both engines
INSCRIRE: Final = "INSERT INTO site_campagne_marque (jeton) VALUES (%s)"


class Marque(models.Model):
    """One transaction that wrote something public. The last one stays; `menage` deletes the others."""

    jeton = models.BigIntegerField()

    donnees = Carte(autres="id jeton")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.pk)


def brancher(connection: BaseDatabaseWrapper, **_signal: object) -> None:
    """Follow what a connection to the site's database writes."""
    if connection.alias == DEFAULT_DB_ALIAS and suivre not in connection.execute_wrappers:
        connection.execute_wrappers.append(suivre)


def suivre(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Execute a statement; when it wrote what the public may see, leave a mark in its transaction."""
    resultat = execute(sql, params, many, context)
    vue = ECRITURE.match(sql) if isinstance(sql, str) else None
    if vue and vue["table"] is None:
        relire(context["connection"])  # back to a savepoint: the mark may have gone with it
    elif vue and _est_publique(vue["table"].lower(), est_un_ajout=vue["ajout"] is not None):
        _marquer(context["connection"])
    return resultat


def effacer_les_anciennes() -> int:
    """Delete the marks but the last; return how many. What was kept is out of date, once more than needed."""
    derniere = Marque.objects.aggregate(models.Max("pk"))["pk__max"] or 0
    return Marque.objects.filter(pk__lt=derniere).delete()[0]


def _est_publique(table: str, *, est_un_ajout: bool) -> bool:
    return table not in PRIVEES and not (est_un_ajout and table in AJOUTS_PRIVES)


class Signe:
    """Stands among what a transaction does at its end: it has its mark. Django forgets it with its savepoint."""

    vaut = True

    def __call__(self) -> None:
        """Do nothing."""


def relire(connexion: BaseDatabaseWrapper) -> None:
    """Take note that the state was read: what this transaction writes from now on asks for another mark."""
    for signe in _signes(connexion):
        signe.vaut = False


def _marquer(connexion: BaseDatabaseWrapper) -> None:
    """Add a mark: one for all that a transaction writes."""
    if not _a_sa_table(connexion):
        return
    if connexion.in_atomic_block:
        if any(signe.vaut for signe in _signes(connexion)):
            return
        transaction.on_commit(Signe(), using=connexion.alias)
    with connexion.cursor() as curseur:
        curseur.execute(INSCRIRE, [secrets.randbits(BITS)])


def _signes(connexion: BaseDatabaseWrapper) -> list[Signe]:
    return [inscrit[1] for inscrit in connexion.run_on_commit if isinstance(inscrit[1], Signe)]


_vues: set[str] = set()  # databases where the table was seen: it is asked for again until it is there


def _a_sa_table(connexion: BaseDatabaseWrapper) -> bool:
    nom = str(connexion.settings_dict["NAME"])
    if nom not in _vues:
        with connexion.cursor() as curseur:
            if Marque._meta.db_table not in connexion.introspection.table_names(curseur):
                return False  # a migration before the one that makes it
        _vues.add(nom)
    return True
