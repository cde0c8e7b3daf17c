"""The suite: as `dev`, in memory, quick password hashes, files in a temporary folder."""

import os
import tempfile

_DOSSIER = tempfile.TemporaryDirectory(prefix="site-campagne-")  # removed with the process
os.environ["DOSSIER_DONNEES"] = _DOSSIER.name

from .dev import *  # noqa: E402, F403 - dev reads the folder set above

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "medias.stockage_local.StockageLocal"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
EXIGER_SECOND_FACTEUR = True
WAGTAILADMIN_BASE_URL = "http://localhost"
AUJOURDHUI = "2026-11-22"
