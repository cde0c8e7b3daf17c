"""The one error of backups: a French sentence for the person who runs the command."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

PLEIN = {errno.ENOSPC, errno.EDQUOT}


class SauvegardeImpossible(Exception):
    """What could not be done, and what to do, in French. Never a word of what the site holds."""


class RemiseEnDoute(SauvegardeImpossible):
    """A database may hold what was being put back, or not: nobody knows."""


@contextmanager
def dire_les_pannes(ou: str) -> Iterator[None]:
    """Turn what a disk raises into a sentence that says where; its own words may hold a name."""
    try:
        yield
    except OSError as panne:
        if panne.errno in PLEIN:
            raise SauvegardeImpossible(f"{ou} : il n’y a plus de place. Libérez-en, puis recommencez.") from None
        raison = panne.strerror or type(panne).__name__
        raise SauvegardeImpossible(f"{ou} : lecture ou écriture impossible ({raison}).") from None
