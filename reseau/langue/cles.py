"""Comparison keys: two spellings of one name share a key (accents, case, apostrophes, hyphens, leading article)."""

import re
import unicodedata
from typing import Final

_LETTRES: Final = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "&": " et "})
_MUETS: Final = re.compile(r"[.·‧•\u00ad\u200b-\u200d\u2060\ufeff]")
_AUTRES: Final = re.compile(r"[\W_]+")
_SAINTS: Final = {"st": "saint", "ste": "sainte"}
_ARTICLES: Final = frozenset({"le", "la", "les", "l"})


def plier(texte: str) -> str:
    """Fold a text for comparison: unaccented lower-case words, one space between them.

    Args:
        texte: what a person typed; any apostrophe, hyphen or space.

    Returns:
        Words of letters and digits only; empty when there are none.
    """
    decompose = unicodedata.normalize("NFKD", texte.translate(_LETTRES))
    sans_accent = "".join(signe for signe in decompose if not unicodedata.combining(signe))
    return _AUTRES.sub(" ", _MUETS.sub("", sans_accent).casefold()).strip()


def soigner(nom: str) -> str:
    """Return a name as it is stored: composed accents, typographic apostrophes, single spaces."""
    return " ".join(unicodedata.normalize("NFC", nom).replace("'", "’").split())


def cle(nom: str) -> str:
    """Return the key of a name: folded, without its leading article.

    « L’Envol », « l'envol » and « Envol » share the key « envol ». A name that is only an article keeps it.
    """
    plie = plier(nom)
    premier, _, reste = plie.partition(" ")
    return reste if reste and premier in _ARTICLES else plie


def cle_de_lieu(nom: str) -> str:
    """Return the key of a municipality: folded, where « St-Jean » and « Saint-Jean » are one."""
    return " ".join(_SAINTS.get(mot, mot) for mot in plier(nom).split())
