"""What the row of a task that failed keeps of its error: its kind and its places, as the log does.

The library writes the whole trace in the database, for as long as the row stays; an error may quote a deposit.
"""

import sys
from typing import Any

from django.db.models.signals import pre_save
from django_tasks_db.models import DBTaskResult

from .discretion import pile


def brancher() -> None:
    """Listen to what the worker writes."""
    pre_save.connect(_taire, DBTaskResult, dispatch_uid="site_campagne.journalisation.taches")


def _taire(instance: Any, **_signal: Any) -> None:
    """Put our trace in place of the library's. It writes while it handles the error; at any other time, nothing is."""
    if instance.traceback:
        instance.traceback = "\n".join(pile(sys.exception()))
