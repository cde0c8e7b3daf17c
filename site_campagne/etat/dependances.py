"""Each thing that the site stands on answers, does not, or takes too long. No word here says where it is."""

import secrets
import smtplib
from functools import cache

from django.conf import settings
from django.core.cache import caches
from django.core.files.storage import default_storage
from django.core.mail import get_connection
from django.db import connections, router
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

DELAI = 2  # seconds, for what another machine may hold
SMTP = "django.core.mail.backends.smtp.EmailBackend"


class NeRepondPas(Exception):
    """A thing answered, but not what it should; or it is not there."""


def demander_aux_bases() -> None:
    """Ask both databases for one row. Raises what they raise."""
    for connexion in connections.all():
        with connexion.cursor() as curseur:
            curseur.execute("SELECT 1")


def migrations_manquantes() -> list[str]:
    """Return the migrations of this code that a database has not seen, « application.nom », those of the safe last."""
    faites = {alias: set(MigrationRecorder(connections[alias]).applied_migrations()) for alias in connections}
    return [
        f"{application}.{nom}"
        for alias in connections
        for application, nom in attendues()
        if router.allow_migrate(alias, application) and (application, nom) not in faites[alias]
    ]


@cache
def attendues() -> tuple[tuple[str, str], ...]:
    """Return the migrations of this code; they do not change while it runs."""
    return tuple(sorted(MigrationLoader(None, ignore_no_migrations=True).disk_migrations or ()))


def exiger_le_schema() -> None:
    """Check that the databases are at least as recent as the code: one more recent is an upgrade in progress."""
    if migrations_manquantes():
        raise NeRepondPas


def demander_au_cache() -> None:
    """Write in the cache and read again: a cache that forgives what fails would not say so itself."""
    jeton = secrets.token_hex(8)
    caches["default"].set("etat-du-site", jeton, 60)
    # Another node may have written in between: what is read is then theirs, and the cache is well.
    if len(str(caches["default"].get("etat-du-site", ""))) != len(jeton):
        raise NeRepondPas


def demander_au_stockage() -> None:
    """Ask where files are kept whether one could be stored now. Raises `OSError`."""
    if exiger := getattr(default_storage, "exiger", None):
        exiger(0)


def saluer_le_courriel() -> None:
    """Greet the mail server, and send nothing. Raises `OSError` or an error of SMTP."""
    if settings.EMAIL_BACKEND != SMTP:
        return
    genre = smtplib.SMTP_SSL if settings.EMAIL_USE_SSL else smtplib.SMTP
    with genre(settings.EMAIL_HOST, settings.EMAIL_PORT, timeout=DELAI) as serveur:
        serveur.noop()


def ouvrir_le_courriel() -> None:
    """Sign in at the mail server, and send nothing. Raises as `saluer_le_courriel`."""
    if settings.EMAIL_BACKEND != SMTP:
        return
    connexion = get_connection(timeout=2 * DELAI)
    connexion.open()
    connexion.close()
