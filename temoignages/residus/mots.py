"""A text as it can be compared: its words, without case, accents, punctuation, markup or any encoding of a container.

Pure: knows neither Django nor the database.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

# As JSON writes a character, also inside a string of a string: \u2019, \\u2019. Two of them make an emoji.
_JSON = re.compile(r"(?:\\+u[0-9a-fA-F]{4})+")
_JSON_BLANC = re.compile(r"\\+[nrtbf]")
_POURCENT = re.compile(r"(?:%[0-9a-fA-F]{2})+")
_BALISE = re.compile(r"<[^<>]*>")
_MOT = re.compile(r"[^\W_]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
ECHAPPEMENTS_HTML = 3  # `&amp;#x27;`: a text escaped more often than this is not one


def lisible(texte: str) -> str:
    """Return `texte` without the encodings of JSON, addresses and HTML; markup becomes a space."""
    if "\\" in texte:
        texte = _JSON_BLANC.sub(" ", _JSON.sub(_depuis_json, texte))
    if "%" in texte:
        texte = _POURCENT.sub(lambda trouve: unquote(trouve[0], errors="replace"), texte)
    for _essai in range(ECHAPPEMENTS_HTML):
        if "&" not in texte:
            break
        texte = html.unescape(texte)
    return _BALISE.sub(" ", texte) if "<" in texte else texte


def mots(texte: str) -> Iterator[str]:
    """Yield the words of `texte`: letters and digits only, folded."""
    plat = unicodedata.normalize("NFKD", lisible(texte).casefold()).translate(_LIGATURES)
    sans_accents = "".join(c for c in plat if not unicodedata.combining(c)) if not plat.isascii() else plat
    for trouve in _MOT.finditer(sans_accents):
        yield trouve[0]


def _depuis_json(trouve: re.Match[str]) -> str:
    unites = re.findall(r"[0-9a-fA-F]{4}", trouve[0].replace("\\", "").replace("u", " "))
    return bytes.fromhex("".join(unites)).decode("utf-16-be", errors="replace")
