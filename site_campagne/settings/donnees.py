"""Where things are kept: databases, cache, files, tasks, mail."""

from .noyau import RACINE, VAR, env

# secure_delete: a withdrawn text must leave no byte behind (SQLite keeps freed pages otherwise).
OPTIONS_SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON;"
    ),
}


def base_de_donnees(variable: str) -> dict[str, object]:
    """Read a database address from the environment; harden SQLite."""
    base: dict[str, object] = dict(env.db_url(variable))
    if str(base["ENGINE"]).endswith("sqlite3"):
        base["OPTIONS"] = OPTIONS_SQLITE
    return base


# `coffre` holds the wrapped keys of the raw words and the ledger of withdrawals: kept out of the main backup.
DATABASES = {
    "default": base_de_donnees("DATABASE_URL"),
    "coffre": {**base_de_donnees("COFFRE_URL"), "TEST": {"MIGRATE": False}},
}
DATABASE_ROUTERS = ["temoignages.coffre.routeur.RouteurCoffre"]

CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://")}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [RACINE / "site_campagne" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
# Behind nginx, the internal location of MEDIA_ROOT: Django decides who may see a file, nginx reads it.
X_ACCEL = env.str("X_ACCEL", default="")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

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
DEFAULT_FROM_EMAIL = env.str("ADRESSE_EXPEDITEUR", default="site@exemple.org")
