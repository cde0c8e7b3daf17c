"""Mail that a server refuses for a while: queued again, later and later, and said on the screen."""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.core.cache import cache
from django.utils import timezone
from django_tasks.base import Task, TaskResultStatus
from django_tasks_db.models import DBTaskResult

# After how many seconds a mail is tried again: a few minutes for a code, a day for the rest.
DELAIS = (20, 60, 180, 300, 3600, 4 * 3600, 18 * 3600)
_PANNE = "courriel-en-panne"


def poster(envoi: Callable[[], object], *, tache: "Task[Any, bool]", arguments: tuple[object, ...], essai: int) -> bool:
    """Send; when the mail server does not answer, queue the same task again; say whether the mail left.

    Args:
        envoi: sends one mail; raises `OSError` when the server does not take it.
        tache: the task that is running; takes `*arguments` and the number of the try.
        arguments: its own, ids only: the log writes them.
        essai: how many tries failed before this one.
    """
    try:
        envoi()
    except OSError:  # its message may hold an address: only the arguments are logged
        logging.getLogger(__name__).error("Courriel non envoyé : %s, n° %s.", tache.name, arguments[0])  # noqa: TRY400 - idem
        cache.set(_PANNE, True, DELAIS[0] * 3)
        if tache.get_backend().supports_defer and essai < len(DELAIS):
            plus_tard = timezone.now() + timedelta(seconds=DELAIS[essai])
            tache.using(run_after=plus_tard).enqueue(*arguments, essai + 1)
        return False
    cache.delete(_PANNE)
    return True


def est_en_panne() -> bool:
    """Whether mail leaves late now, for whoever waits for one: the same answer for an address that nobody has."""
    en_attente = DBTaskResult.objects.filter(
        status=TaskResultStatus.READY,
        task_path__startswith="reseau.taches.",
        run_after__range=(timezone.now() - timedelta(hours=1), timezone.now() + timedelta(days=1)),
    )
    return bool(cache.get(_PANNE)) or en_attente.exists()
