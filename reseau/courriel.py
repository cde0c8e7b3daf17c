"""Mail that a server refuses for a while: queued again, later and later, said on the screen; one for each person."""

import logging
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

from django.core.cache import cache
from django.core.mail import EmailMessage, get_connection
from django.utils import timezone
from django_tasks.base import Task, TaskResultStatus
from django_tasks_db.models import DBTaskResult

# After how many seconds a mail is tried again: a few minutes for a code, a day for the rest.
DELAIS = (20, 60, 180, 300, 3600, 4 * 3600, 18 * 3600)
_PANNE = "courriel-en-panne"
journal = logging.getLogger(__name__)


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
        journal.error("Courriel non envoyé : %s, n° %s.", tache.name, arguments[0])
        cache.set(_PANNE, True, DELAIS[0] * 3)
        if tache.get_backend().supports_defer and essai < len(DELAIS):
            plus_tard = timezone.now() + timedelta(seconds=DELAIS[essai])
            tache.using(run_after=plus_tard).enqueue(*arguments, essai + 1)
        return False
    cache.delete(_PANNE)
    return True


def distribuer(sujet: str, corps: str, a: Iterable[tuple[int, str]]) -> int:
    """Send the same words to each person, one mail each; an address that is refused stops nobody else.

    Args:
        sujet: the subject.
        corps: the text.
        a: account numbers, which the log writes, and addresses.

    Returns:
        How many left.

    Raises:
        OSError: none did: the server is down, and the whole is to be tried again; `ValueError`, none is an address.
    """
    partis, connexion = 0, get_connection()
    refus: OSError | ValueError | None = None
    for numero, adresse in a:
        try:
            partis += connexion.send_messages([EmailMessage(sujet, corps, None, [adresse])]) or 0
        except (OSError, ValueError) as erreur:  # refused, or no address at all; its message holds it
            journal.error("Courriel non envoyé : compte %s, %s.", numero, type(erreur).__name__)
            refus = erreur
    if refus and not partis:
        raise refus
    return partis


def est_en_panne() -> bool:
    """Whether mail leaves late now, for whoever waits for one: the same answer for an address that nobody has."""
    en_attente = DBTaskResult.objects.filter(
        status=TaskResultStatus.READY,
        task_path__startswith="reseau.taches.",
        run_after__range=(timezone.now() - timedelta(hours=1), timezone.now() + timedelta(days=1)),
    )
    return bool(cache.get(_PANNE)) or en_attente.exists()
