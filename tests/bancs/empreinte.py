"""What the first text costs, measured in a process of its own: ``python -m tests.bancs.empreinte`` prints it as JSON.

The detector is imported late, so that this module must not import it, nor anything that does.
"""

import importlib
import json
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

_ETAT = Path("/proc/self/status")


class Empreinte(NamedTuple):
    """Megabytes of memory added (NaN where the system does not say) and seconds before the first answer."""

    memoire_mo: float
    secondes: float


def empreinte() -> Empreinte:
    """Return what loading the detector and reading a first text costs a process."""
    sortie = subprocess.run([sys.executable, "-m", __name__], check=True, stdout=subprocess.PIPE).stdout
    return Empreinte(*json.loads(sortie))


def _mesurer() -> Empreinte:
    avant, debut = _pic_mo(), time.perf_counter()
    importlib.import_module("temoignages.anonymat").detecter("Ginette m’a écrit de Rimouski.")
    return Empreinte(_pic_mo() - avant, time.perf_counter() - debut)


def _pic_mo() -> float:
    """Return the most memory that this process held, in megabytes; `getrusage` would count its parent's too."""
    trouve = re.search(r"VmHWM:\s+(\d+) kB", _ETAT.read_text()) if _ETAT.exists() else None
    return int(trouve[1]) * 1024 / 1e6 if trouve else float("nan")


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_mesurer()))
