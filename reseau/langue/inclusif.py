"""Inclusive writing, from one spelling (the middle dot) to three: middle dot, full doublets, parentheses.

For text the site generates. What an author wrote keeps its spelling; only its sound is offered to assistive technology.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

POINT_MEDIAN: Final = "\u00b7"
_POINTS_SAISIS: Final = re.compile(r"(?<=[^\W\d_])[·‧•⋅∙](?=[^\W\d_])")
_POINT_AVANT_S: Final = re.compile(r"(?<=[^\W\d_])·([^\W\d_]+)·s(?![\w·])")
_MOT_DOUBLE: Final = re.compile(r"(?<![\w·])([^\W\d_]+)·([^\W\d_]+)(?![\w·])")

# The second half is a word of its own, not an ending.
_MOTS_ENTIERS: Final = frozenset({"elle", "la", "celle", "toute", "une"})
# (ending of the masculine, ending typed after the dot, ending of the feminine)
_ALTERNANCES: Final = (
    ("eur", "rice", "rice"),
    ("teur", "trice", "trice"),
    ("eur", "ice", "rice"),
    ("eur", "euse", "euse"),
    ("eur", "eure", "eure"),
    ("eur", "se", "euse"),
    ("eux", "se", "euse"),
    ("eux", "euse", "euse"),
    ("er", "ère", "ère"),
    ("er", "e", "ère"),
    ("eau", "elle", "elle"),
    ("if", "ve", "ive"),
    ("if", "ive", "ive"),
    ("en", "enne", "enne"),
    ("on", "onne", "onne"),
    ("el", "elle", "elle"),
)


class Ecriture(StrEnum):
    """How a generated text names everyone."""

    POINT = "point"
    DOUBLETS = "doublets"
    PARENTHESES = "parentheses"


def normaliser_points(texte: str) -> str:
    """Bring every dot typed between two letters (·, ‧, •) to U+00B7, and « étudiant·e·s » to « étudiant·es »."""
    return _POINT_AVANT_S.sub(rf"{POINT_MEDIAN}\1s", _POINTS_SAISIS.sub(POINT_MEDIAN, texte))


def rendre(texte: str, ecriture: Ecriture = Ecriture.POINT) -> str:
    """Render a text written with middle dots in one of the three spellings.

    Args:
        texte: « un·e membre », « les citoyen·nes ».
        ecriture: the spelling wanted.

    Returns:
        « un·e membre », « un ou une membre » or « un(e) membre ».
    """
    texte = normaliser_points(texte)
    if ecriture is Ecriture.POINT:
        return texte
    former = _doublet if ecriture is Ecriture.DOUBLETS else _parentheses
    return _MOT_DOUBLE.sub(lambda trouve: former(trouve[1], trouve[2]), texte)


def prononcer(texte: str) -> str:
    """Return the form a voice can read: full doublets."""
    return rendre(texte, Ecriture.DOUBLETS)


def decouper(texte: str) -> Iterator[tuple[str, str]]:
    """Cut a text into (as written, as spoken) pieces; the second is empty where both are the same."""
    fin = 0
    for trouve in _MOT_DOUBLE.finditer(texte := normaliser_points(texte)):
        if trouve.start() > fin:
            yield texte[fin : trouve.start()], ""
        yield trouve.group(), _doublet(trouve[1], trouve[2])
        fin = trouve.end()
    if fin < len(texte):
        yield texte[fin:], ""


def _doublet(base: str, finale: str) -> str:
    """« un » + « e » → « un ou une »; « acteur » + « ices » → « acteurs et actrices »."""
    pluriel = finale.lower().endswith("s")
    feminin = _feminin(base, finale[:-1] if pluriel else finale)
    if not base.isupper() or len(base) == 1:
        feminin = feminin[:1].lower() + feminin[1:]
    if not pluriel:
        return f"{base} ou {feminin}"
    return f"{_masculin_pluriel(base)} et {feminin}{finale[-1]}"


def _feminin(base: str, finale: str) -> str:
    """Join the masculine and the ending typed after the dot."""
    for masculin, typee, feminin in _ALTERNANCES:
        if base.lower().endswith(masculin) and finale.lower() == typee:
            return base[: -len(masculin)] + (feminin.upper() if finale.isupper() else feminin)
    return finale if finale.lower() in _MOTS_ENTIERS else base + finale


def _masculin_pluriel(base: str) -> str:
    """« citoyen » → « citoyens », « nouveau » → « nouveaux », « tou » → « tous »; « heureux », « ceux » stay."""
    bas = base.lower()
    if bas.endswith(("s", "x", "z")):
        return base
    marque = "x" if bas.endswith("eau") else "s"
    return base + (marque.upper() if base.isupper() and len(base) > 1 else marque)


def _parentheses(base: str, finale: str) -> str:
    """« un » + « e » → « un(e) »; « citoyen » + « nes » → « citoyen(ne)s »."""
    if finale.lower().endswith("s") and len(finale) > 1:
        return f"{base}({finale[:-1]}){finale[-1]}"
    return f"{base}({finale})"
