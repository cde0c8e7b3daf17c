"""The peer beside us, when its own environment is there (``make bench SUJET=anonymat PRESIDIO=1`` makes it)."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from .corpus import RACINE
from .score import Passage

PYTHON = RACINE / ".venv-presidio" / "bin" / "python"
_SCRIPT = Path(__file__).with_name("presidio.py")


class Reponses(NamedTuple):
    """What Presidio found in each text, the seconds of processor that each took, and its version."""

    passages: list[list[Passage]]
    secondes: list[float]
    version: str


def demander(textes: Sequence[str], python: Path = PYTHON) -> Reponses | None:
    """Return what Presidio finds in each text, or None when it is not installed."""
    if not python.exists():
        return None
    entree = json.dumps(list(textes)).encode()
    sortie = subprocess.run([python, _SCRIPT], input=entree, check=True, stdout=subprocess.PIPE).stdout
    reponse = json.loads(sortie)
    passages = [[(debut, fin) for debut, fin in du_texte] for du_texte in reponse["passages"]]
    return Reponses(passages, reponse["secondes"], reponse["version"])
