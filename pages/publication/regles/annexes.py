"""An annex that the text calls and that is not there."""

import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from ...references.formes import ANNEXE
from ..constats import Constat, Regle, Severite
from ..pieces import pieces


def annexes_citees(texte: str) -> Iterator[str]:
    """Yield the numbers that a text calls: « annexes 1, 2 et 4 » gives three; a letter comes out as it is."""
    for trouve in ANNEXE.finditer(texte.replace("\u00a0", " ")):
        if trouve[1][0].isdecimal():
            yield from re.findall(r"\d+", trouve[1])
        elif trouve[1].isupper():
            yield trouve[1]


def chercher(page: Any) -> Iterator[Constat]:
    """Yield the calls of annexes beyond the last one."""
    nombre = len(page.annexes)
    for piece in pieces(page):
        for citee in dict.fromkeys(annexes_citees(piece.texte)):
            if not citee.isdecimal() or not 1 <= int(citee) <= nombre:
                message = _("Il n’y a pas d’annexe %(annexe)s : les annexes vont de 1 à %(nombre)s.")
                vide = _("Il n’y a pas d’annexe %(annexe)s : ce document n’en a aucune.")
                yield Constat(piece.chemin, (message if nombre else vide) % {"annexe": citee, "nombre": nombre})


ANNEXES = Regle("annexes", Severite.BLOQUANT, chercher)
