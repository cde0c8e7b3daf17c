"""What a running process takes of the machine, read in /proc (Linux)."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
TICS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Etat:
    """A process at an instant: resident memory (bytes), processor since its start (seconds)."""

    memoire: int
    processeur: float


def famille(pid: int) -> Iterator[int]:
    """Yield a process and all that it started, and still runs."""
    yield pid
    for tache in (PROC / str(pid) / "task").glob("*/children"):
        for enfant in tache.read_text().split():
            yield from famille(int(enfant))


def etat_de(pid: int) -> Etat | None:
    """Return what a process takes now; nothing when it is gone."""
    try:
        residentes = int((PROC / str(pid) / "statm").read_text().split()[1])
        # After the name, which may hold spaces: the state is the third field, utime the fourteenth.
        champs = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return Etat(residentes * PAGE, (int(champs[11]) + int(champs[12])) / TICS)
