"""One connection that stays open to each SQLite file, so that a full disk still lets people read.

SQLite keeps two files beside a database, and deletes them as the last connection closes; the next one makes them again,
which takes room. Ours close after a second: on a disk without a byte left, nobody could read any more. This one reads
once, holds nothing, and leaves as its process does.
"""

import sqlite3
from contextlib import suppress
from pathlib import Path

from django.db import connections

_tenues: list[sqlite3.Connection] = []


def allumer() -> None:
    """Open what stays open; nothing elsewhere than on SQLite, nor where there is no database yet."""
    for connexion in connections.all():
        if connexion.vendor != "sqlite":
            continue
        adresse = f"{Path(str(connexion.settings_dict['NAME'])).resolve().as_uri()}?mode=rw"
        with suppress(sqlite3.Error):
            tenue = sqlite3.connect(adresse, uri=True, check_same_thread=False)
            tenue.execute("SELECT 1 FROM sqlite_master").close()
            _tenues.append(tenue)
