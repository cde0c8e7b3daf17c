"""One maker at a time: what many ask for at once is made once by this process, and given to all of them."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

PATIENCE: Final = 5.0  # seconds, after which a reader makes the page alone: whoever makes it may be stuck


class UnSeul:
    """Who is making what, in this process. Others wait for them, then look at what was kept."""

    def __init__(self) -> None:
        """Nobody makes anything."""
        self._verrou = threading.Lock()
        self._en_cours: dict[str, threading.Event] = {}

    @contextmanager
    def faire(self, cle: str) -> Iterator[bool]:
        """Say whether it is up to this thread: otherwise another one has just made it, or failed to."""
        with self._verrou:
            autre = self._en_cours.get(cle)
            if autre is None:
                fini = self._en_cours[cle] = threading.Event()
        if autre is not None:
            autre.wait(PATIENCE)
            yield False
            return
        try:
            yield True
        finally:
            with self._verrou:
                del self._en_cours[cle]
            fini.set()
