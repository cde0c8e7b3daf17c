"""One machine, no service: SQLite, local files, secrets made on first run under `var/`."""

import os
import secrets
from pathlib import Path

from .noyau import VAR

VAR.mkdir(parents=True, exist_ok=True)


def secret_local(nom: str) -> str:
    """Read a secret of this machine, made on first use, readable by its owner only."""
    fichier: Path = VAR / "secrets" / nom
    if not fichier.exists():
        fichier.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fichier.touch(mode=0o600)
        fichier.write_text(secrets.token_urlsafe(50))
    return fichier.read_text()


os.environ.setdefault("SECRET_KEY", secret_local("django"))
os.environ.setdefault("DATABASE_URL", f"sqlite:///{VAR}/site.sqlite3")
os.environ.setdefault("COFFRE_URL", f"sqlite:///{VAR}/coffre.sqlite3")
os.environ.setdefault("TROUSSEAU", str(VAR / "secrets" / "trousseau"))
os.environ.setdefault("POIVRE", str(VAR / "secrets" / "poivre"))
os.environ.setdefault("SAUVEGARDES", str(VAR / "sauvegardes"))
os.environ.setdefault("SAUVEGARDES_COFFRE", str(VAR / "sauvegardes-coffre"))
os.environ.setdefault("CLE_SAUVEGARDES", str(VAR / "secrets" / "sauvegardes"))
os.environ.setdefault("ALLOWED_HOSTS", "127.0.0.1,localhost")

from .production import *  # noqa: E402, F403 - production reads the defaults set above
from .production import env  # noqa: E402

DEBUG = env.bool("DEBUG", default=False)
if DEBUG:  # the words of a demonstration are invented: whoever looks for a mistake reads them
    DEFAULT_EXCEPTION_REPORTER = "django.views.debug.ExceptionReporter"
    DEFAULT_EXCEPTION_REPORTER_FILTER = "django.views.debug.SafeExceptionReporterFilter"
CREER_SECRETS = True
# The passwords of the demonstration are public: a second factor would protect nothing. Enrolling works all the same.
EXIGER_SECOND_FACTEUR = False
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
