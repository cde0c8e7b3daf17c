"""Where things are kept: databases, cache, files, tasks, mail."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from .noyau import RACINE, VAR, env
from .s3 import AccesS3, lire_s3

# secure_delete: a withdrawn text must leave no byte behind (SQLite keeps freed pages otherwise).
OPTIONS_SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON;"
    ),
}

# A server that is gone must not hold a process. Opening takes milliseconds; a probe of readiness waits four seconds;
# a machine that is lost without a word is found out in a minute, and not in the two hours of the system. What the
# address says wins. How long an answer waits once the connection is open: `etat/delais.py`.
OPTIONS_POSTGRESQL = {
    "connect_timeout": 3,  # seconds
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 60_000,  # milliseconds
}

# How long a connection serves (seconds). That of a file, hardly: a restore puts another file in its place.
SERVEUR, FICHIER = 60, 1


def base_de_donnees(variable: str) -> dict[str, Any]:
    """Read a database address from the environment; harden SQLite, bound the wait for PostgreSQL."""
    base: dict[str, Any] = {"CONN_MAX_AGE": SERVEUR, "CONN_HEALTH_CHECKS": True, **env.db_url(variable)}
    if str(base["ENGINE"]).endswith("sqlite3"):
        return base | {"OPTIONS": OPTIONS_SQLITE, "CONN_MAX_AGE": FICHIER}
    return base | {"OPTIONS": OPTIONS_POSTGRESQL | base.get("OPTIONS", {})}


# `coffre` holds the wrapped keys of the raw words and the ledger of withdrawals: kept out of the main backup.
DATABASES = {
    "default": base_de_donnees("DATABASE_URL"),
    "coffre": {**base_de_donnees("COFFRE_URL"), "TEST": {"MIGRATE": False}},
}
DATABASE_ROUTERS = ["temoignages.coffre.routeur.RouteurCoffre"]

SESSION_ENGINE = "django.contrib.sessions.backends.db"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

LOCAL, SEAU = "medias.stockage_local.StockageLocal", "medias.stockage.StockageS3"
STATIQUES, STATIQUES_S3 = "whitenoise.storage.CompressedManifestStaticFilesStorage", "medias.statiques.StatiquesS3"


def magasins(stockage: str, s3: AccesS3 | None) -> dict[str, dict[str, str]]:
    """Return where files are kept: `default`, and `ailleurs`, the other place that is known, to move to or from."""
    if stockage not in {"local", "s3"} or (stockage == "s3" and s3 is None):
        raise ImproperlyConfigured("STOCKAGE vaut « local », ou « s3 » quand S3_ADRESSE et les autres sont données.")
    ici, la_bas = (SEAU, LOCAL) if stockage == "s3" else (LOCAL, SEAU)
    statiques = STATIQUES_S3 if s3 and s3.seau_public else STATIQUES
    lieux = {"default": {"BACKEND": ici}, "staticfiles": {"BACKEND": statiques}}
    return lieux | {"ailleurs": {"BACKEND": la_bas}} if s3 else lieux


# An S3 server may be known before the site uses it: `migrer_medias` goes first.
S3 = lire_s3()
STOCKAGE = env.str("STOCKAGE", default="local")
STORAGES = magasins(STOCKAGE, S3)
STATIC_URL = S3.source(S3.seau_public) if S3 and S3.seau_public else "/static/"
# An image of the site holds its own, beside a folder of data that is mounted over.
STATIC_ROOT = Path(env.str("DOSSIER_STATIQUE", default="") or VAR / "static")
STATICFILES_DIRS = [RACINE / "site_campagne" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
# Behind nginx, the internal location of MEDIA_ROOT: Django decides who may see a file, nginx reads it.
X_ACCEL = env.str("X_ACCEL", default="")

# The largest file that is received, whatever the form: given in megabytes, kept in bytes.
TAILLE_MAX_ENREGISTREMENT = env.int("TAILLE_MAX_ENREGISTREMENT", default=2048) * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "medias.reception.ReceptionUploadHandler",
]

TACHES = env.str("TACHES", default="immediates")
TASKS = {
    "default": {
        "BACKEND": {
            "immediates": "django_tasks.backends.immediate.ImmediateBackend",
            "travailleur": "django_tasks_db.DatabaseBackend",
        }[TACHES]
    }
}

vars().update(env.email_url("COURRIEL_URL", default="consolemail://"))
# Seconds, for each answer of the mail server: one that hangs would keep the worker, or the person who waits, for ever.
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("ADRESSE_EXPEDITEUR", default="site@exemple.org")
