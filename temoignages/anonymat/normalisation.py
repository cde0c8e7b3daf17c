"""One spelling for what looks the same, and the way back to the original text.

Composed accents, one apostrophe, one space, one hyphen, ASCII digits, no invisible character, Latin letters instead
of their Greek or Cyrillic doubles. Patterns read the normalised text; findings speak of the original.
"""

import re
import unicodedata
from dataclasses import dataclass

# Characters that become exactly one other: the offsets do not move.
_REMPLACEMENTS = str.maketrans(
    dict.fromkeys("’‘ʼ‛′ʹ＇`´", "'")  # noqa: RUF001 the doubles are the subject of this table
    | dict.fromkeys("\u00a0\u202f\u2007\u2009\u200a\u2002\u2003\u3000\t", " ")
    | dict.fromkeys("‐‑‒−﹣－\u2043", "-")  # noqa: RUF001 same
    | {"＠": "@", "．": ".", "∕": "/", "“": "«", "”": "»"}  # noqa: RUF001 same
)
_INVISIBLES = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e007f"
)
_A_REPRENDRE = re.compile(
    rf"[{_INVISIBLES}\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u0370-\u052f\uff10-\uff5a]|(?![0-9])\d"
)
_INVISIBLE = re.compile(f"[{_INVISIBLES}]")
_SOSIES = str.maketrans("АВСЕНІЈКМОРЅТХУаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABCEHIJKMOPSTXYaeopcyxijsABEZHIKMNOPTYXo")  # noqa: RUF001 same
# Beyond this many accents on one letter the cluster is decoration; composing them all would not be linear.
_ACCENTS_MAXIMUM = 8


@dataclass(frozen=True, slots=True)
class TexteNormalise:
    """A normalised text; ``debuts`` and ``fins`` are the bounds of each character in the original, None if the same."""

    texte: str
    debuts: list[int] | None = None
    fins: list[int] | None = None

    def origine(self, debut: int, fin: int) -> tuple[int, int]:
        """Return the bounds in the original text of the non-empty normalised passage ``[debut, fin)``."""
        if self.debuts is None or self.fins is None:
            return debut, fin
        return self.debuts[debut], self.fins[fin - 1]


def normaliser(texte: str) -> TexteNormalise:
    """Return ``texte`` normalised with its map of offsets; takes time proportional to its length."""
    traduit = texte.translate(_REMPLACEMENTS)
    if not _A_REPRENDRE.search(traduit) and unicodedata.is_normalized("NFC", traduit):
        return TexteNormalise(traduit)
    morceaux: list[str] = []
    debuts: list[int] = []
    fins: list[int] = []
    position = 0
    while position < len(traduit):
        fin = _fin_de_grappe(traduit, position)
        morceau = _reduire(traduit[position:fin])
        if morceau:
            morceaux.append(morceau)
            debuts += [position] * len(morceau)
            fins += [fin] * len(morceau)
        position = fin
    return TexteNormalise("".join(morceaux), debuts, fins)


def plier(mot: str) -> str:
    """Return ``mot`` in lower case without accents, for comparisons that forgive both."""
    if mot.isascii():
        return mot.lower()
    decompose = unicodedata.normalize("NFD", mot.lower())
    return "".join(c for c in decompose if not unicodedata.combining(c)).replace("œ", "oe").replace("æ", "ae")


def _fin_de_grappe(texte: str, debut: int) -> int:
    """Return where the letter at ``debut`` ends, with its accents and the invisible characters that follow."""
    fin = debut + 1
    while fin < len(texte) and (unicodedata.combining(texte[fin]) or _INVISIBLE.match(texte[fin])):
        fin += 1
    return fin


def _reduire(grappe: str) -> str:
    """Return the cluster composed, without invisible characters, in Latin letters and ASCII digits."""
    visible = _INVISIBLE.sub("", grappe)[: 1 + _ACCENTS_MAXIMUM]
    if not visible:
        return ""
    compose = unicodedata.normalize("NFC", visible)
    if len(compose) == 1:
        compose = unicodedata.normalize("NFKC", compose) if "！" <= compose <= "～" else compose  # noqa: RUF001 same
        chiffre = unicodedata.decimal(compose, None) if len(compose) == 1 else None
        compose = compose if chiffre is None else str(chiffre)
    return compose.translate(_SOSIES)
