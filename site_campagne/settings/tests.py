"""The suite: as `dev`, in memory, quick password hashes, files in a temporary folder."""

import os
import tempfile

_DOSSIER = tempfile.TemporaryDirectory(prefix="site-campagne-")  # removed with the process
os.environ["DOSSIER_DONNEES"] = _DOSSIER.name

from .dev import *  # noqa: E402, F403 - dev reads the folder set above
from .dev import CACHES, DATABASES  # noqa: E402

# A connection ends with its request: a test throws its database away.
DATABASES = {alias: base | {"CONN_MAX_AGE": 0} for alias, base in DATABASES.items()}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "medias.stockage_local.StockageLocal"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Query budgets are those of pages that are made: what is kept has tests of its own.
CACHES = CACHES | {"pages": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
EXIGER_SECOND_FACTEUR = True
WAGTAILADMIN_BASE_URL = "http://localhost"
# No ledger outside of the database, but where a test asks for one.
SAUVEGARDES = ""
AUJOURDHUI = "2026-11-22"
