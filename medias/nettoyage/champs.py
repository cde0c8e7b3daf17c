"""Fields of a Word file: their instruction may name a folder of somebody's, which what is shown never needs."""

import html
import io
import re
from itertools import pairwise
from typing import Final

from .membres import adresse_permise

# Their first word, when what they lead to is outside of the document.
_VERS_LE_DEHORS: Final = {
    "HYPERLINK", "INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "LINK", "RD", "DDE", "DDEAUTO", "DATABASE",
}  # fmt: skip
_CHEMIN: Final = re.compile(r"\bfile:|\b[a-z]:[\\/]|\\\\", re.IGNORECASE)
_MOTS: Final = re.compile(r'"[^"]*"?|[^\s"]+')
_AVEC_UN_MOT: Final = {"\\l", "\\o", "\\t", "\\c", "\\*"}  # switches: a place in the page, words, a way to show
# One part as `balises` writes it: no mark holds a « > » elsewhere than at its end. Word cuts an instruction anywhere.
_BORNE: Final = re.compile(
    rb'<(?:\w+:)?fldChar\b[^>]*\bfldCharType="(?P<borne>\w+)"[^>]*>'
    rb"|<(?:\w+:)?(?:instrText|delInstrText)\b[^>]*>(?P<mots>[^<]*)<"
)

Empan = tuple[int, int]


def mene_ailleurs(instruction: str) -> bool:
    """Say whether the instruction of a field names a file of a computer, and not an address that is permitted."""
    if _CHEMIN.search(instruction):
        return True
    mots = _MOTS.findall(instruction)
    if not mots or mots[0].upper() not in _VERS_LE_DEHORS:
        return False
    dits = (mot for avant, mot in pairwise(mots) if mot[0] != "\\" and avant.lower() not in _AVEC_UN_MOT)
    return not all(adresse_permise(mot.strip('"')) for mot in dits)


def sans_chemins(propre: bytes) -> bytes:
    """Return a part of a Word file without the instructions that name a file; what these fields show stays."""
    if not propre.startswith(b"<?xml") or b"nstrText" not in propre:
        return propre
    ouverts: list[list[Empan]] = [[]]
    finis: list[list[Empan]] = ouverts[:1]
    for trouve in _BORNE.finditer(propre):
        if trouve["mots"] is not None:
            ouverts[-1].append(trouve.span("mots"))
        elif trouve["borne"] == b"begin":
            ouverts.append([])
            finis.append(ouverts[-1])
        elif trouve["borne"] == b"end" and len(ouverts) > 1:
            ouverts.pop()
    a_effacer = [empan for empans in finis if mene_ailleurs(_dit(propre, empans)) for empan in empans]
    gardes, rang = io.BytesIO(), 0
    for debut, fin in sorted(a_effacer):
        gardes.write(propre[rang:debut])
        rang = fin
    return gardes.getvalue() + propre[rang:]


def _dit(propre: bytes, empans: list[Empan]) -> str:
    return "".join(html.unescape(propre[debut:fin].decode()) for debut, fin in empans)
