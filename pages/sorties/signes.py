"""The characters that our fonts can write: PDF/UA-1 allows no other, and Typst stops at the first."""

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

POLICES: Final = Path(__file__).parent / "polices"
INCONNU: Final = "\u25af"  # an empty frame: something stood here
# Marks that join, choose or colour the sign before them: without it, nothing is lost to the eye.
_SANS_TRACE: Final = {"Cc", "Cf", "Mn", "Me", "Mc", "Cs"}
_PEAUX: Final = range(0x1F3FB, 0x1F400)
_LONG: Final = re.compile(r"[^\s\u00a0\u200b]{32,}")
_COUPURE: Final = "\u200b"
_TRANCHE: Final = 24


@cache
def couverts() -> frozenset[str]:
    """Return the characters that the fonts of the template write, as `docs/polices_pdf.py` measured them."""
    plages = (ligne.split() for ligne in (POLICES / "couverture.txt").read_text().splitlines())
    return frozenset(chr(code) for debut, fin in plages for code in range(int(debut, 16), int(fin, 16) + 1))


def ecrire(texte: str) -> str:
    """Return a text that can be written whole: what has no glyph becomes a frame, what is too long may be cut."""
    connus = couverts()
    if connus.issuperset(texte.replace("\n", "")):
        net = texte
    else:
        net = "".join(_remplacer(signe, connus) for signe in unicodedata.normalize("NFC", texte))
    return _LONG.sub(_couper, net)


def _remplacer(signe: str, connus: frozenset[str]) -> str:
    if signe in connus or signe == "\n":
        return signe
    if signe in {"\t", "\u2028", "\u2029", "\r"}:
        return " "
    return "" if unicodedata.category(signe) in _SANS_TRACE or ord(signe) in _PEAUX else INCONNU


def _couper(mot: re.Match[str]) -> str:
    """Let an address break after its marks, and anything else now and then."""
    morceaux = re.findall(rf"[^/?&=._-]{{1,{_TRANCHE}}}[/?&=._-]*|[/?&=._-]+", mot[0])
    return _COUPURE.join(morceaux)
