"""Golden files: what each output of a full publication must be, read by a person each time that it changes.

They are written again by one command, whose result is then read before it is committed:

    ECRIRE_ATTENDUS=1 python -m pytest tests/pages/sorties/test_attendus.py
"""

import os
import re
from pathlib import Path
from typing import Final

from bs4 import BeautifulSoup

DOSSIER: Final = Path(__file__).parent / "attendus"
A_ECRIRE: Final = bool(os.environ.get("ECRIRE_ATTENDUS"))
# What is drawn at random, or counted by the database.
_VARIABLE: Final = (
    (re.compile(r'(?<=data-cahier=")\d+'), "1"),
    (re.compile(r"/documents/\d+/"), "/documents/1/"),
    (re.compile(r"/paroles/\w+/"), "/paroles/abcde/"),
    (re.compile(r"/media/images/[^\s\",]+?(?=\.[a-z]+[\s\",])"), "/media/images/essai"),
)


def comparer(nom: str, obtenu: str) -> None:
    """Compare an output with its golden file, or write that file when the command asks for it."""
    for motif, fixe in _VARIABLE:
        obtenu = motif.sub(fixe, obtenu)
    fichier = DOSSIER / nom
    if A_ECRIRE:
        DOSSIER.mkdir(exist_ok=True)
        fichier.write_text(obtenu)
    assert obtenu == fichier.read_text(), (
        f"{nom} a changé : lire la différence, puis ECRIRE_ATTENDUS=1 si elle est voulue"
    )


def contenu_principal(html: str) -> str:
    """Return the main content of a page, one tag a line."""
    principal = BeautifulSoup(html, "html.parser").main
    assert principal is not None
    return str(principal.prettify())
