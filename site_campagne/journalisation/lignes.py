"""The two shapes of a line of the log: for the eye, and in JSON for a machine (`JOURNAL=json`)."""

import json
import logging
from datetime import UTC, datetime
from typing import Any, Final

from .discretion import pile, rayer, taire

# What follows the words of these loggers is a query with its parameters: the kind and the level are enough.
MUETS: Final = ("django.db.backends", "django.db", "psycopg", "sqlite3", "urllib3", "botocore", "boto3", "s3transfer")


class FormateurDiscret(logging.Formatter):
    """One line an event; the place of an error on lines of its own, without what it says."""

    def format(self, record: logging.LogRecord) -> str:
        return "\n".join([self._entete(record), *pile(_erreur(record))])

    def _entete(self, record: logging.LogRecord) -> str:
        return f"{instant(record)} {record.levelname} {record.name} {message(record)}"


class FormateurJson(FormateurDiscret):
    """One object a line: `instant`, `niveau`, `nom`, `message`, and `pile` when something failed."""

    def format(self, record: logging.LogRecord) -> str:
        ligne: dict[str, Any] = {
            "instant": instant(record),
            "niveau": record.levelname,
            "nom": record.name,
            "message": message(record),
        }
        if lieux := pile(_erreur(record)):
            ligne["pile"] = lieux
        return json.dumps(ligne, ensure_ascii=False)


def instant(record: logging.LogRecord) -> str:
    """Return when, in UTC, to the millisecond."""
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


def message(record: logging.LogRecord) -> str:
    """Return what a line says once what it must not hold is out of it."""
    if record.name.startswith(MUETS):
        return "(tu)"
    mots, arguments = record.msg, record.args
    if not isinstance(mots, str):  # `log(erreur)`
        mots, arguments = str(taire(mots)), ()
    try:
        tus = taire(arguments)
        dit = mots % (tus if isinstance(tus, dict) else tuple(tus or ())) if arguments else mots
    except (TypeError, ValueError, KeyError):  # « %.3f » of a thing: the words alone
        dit = mots
    return rayer(dit)


def _erreur(record: logging.LogRecord) -> BaseException | None:
    return record.exc_info[1] if isinstance(record.exc_info, tuple) else None
