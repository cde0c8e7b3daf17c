"""Spell out every inclusive spelling, so that a search for either form finds it: « citoyen(ne)s » is both.

For an index and for what is typed in a search box, never for what is shown: an author's spelling stays hers.
"""

import re
from typing import Final

from .inclusif import POINT_MEDIAN, prononcer

# Endings that people add after a dot, a slash or in parentheses; longest first, lest « nes » be read « ne ».
_FINALES: Final = "|".join(
    sorted(
        "e es ne nes te tes le les elle elles enne ennes onne onnes ère ères ere eres rice rices trice trices ice ices"
        " euse euses eure eures se ses sse sses ve ves ive ives fe fes che ches".split(),
        key=len,
        reverse=True,
    )
)
# After a hyphen only those that no pronoun is: « parle-t-elle », « dis-les » keep theirs.
_FINALES_AU_TRAIT: Final = "nes|ne|es|e|ères|ère|trices|trice|rices|rice|euses|euse"
_BASE: Final = r"(?<![^\W_])([^\W\d_]{2,})"
_FIN: Final = r"(?![^\W_])"
_PARENTHESES: Final = re.compile(rf"{_BASE}\(({_FINALES})\)(s?){_FIN}", re.IGNORECASE)
_SIGNE: Final = re.compile(rf"{_BASE}([./])({_FINALES})(?:\2(s))?{_FIN}", re.IGNORECASE)
_TRAIT: Final = re.compile(rf"{_BASE}-({_FINALES_AU_TRAIT})(?:-(s))?{_FIN}(?!-)", re.IGNORECASE)
_POINTS: Final = re.compile(r"(?<=[^\W\d_])[‧•⋅∙](?=[^\W\d_])")
# « tous·tes » is « tou » with « te » and « s »: the doublet is made from there.
_TOUS: Final = re.compile(r"(?<![^\W_])(t)ous·(tes)(?![^\W_])", re.IGNORECASE)
# Words that hold both in one, and the two they hold.
_FONDUS: Final = {
    "toustes": "tous toutes",
    "celleux": "celles ceux",
    "ceulles": "ceux celles",
    "iel": "il elle",
    "iels": "ils elles",
    "auteurice": "auteur autrice",
    "auteurices": "auteurs autrices",
    "lecteurice": "lecteur lectrice",
    "lecteurices": "lecteurs lectrices",
    "acteurice": "acteur actrice",
    "acteurices": "acteurs actrices",
    "travailleureuse": "travailleur travailleuse",
    "travailleureuses": "travailleurs travailleuses",
}
_FONDU: Final = re.compile(rf"(?<![^\W_])(?:{'|'.join(_FONDUS)})(?![^\W_])", re.IGNORECASE)


def developper(texte: str) -> str:
    """Return a text whose inclusive spellings are all full doublets, as far as they are recognised.

    Args:
        texte: composed characters; « citoyen·nes », « citoyen.ne.s », « citoyen(ne)s », « usager-ère-s », « tous·tes ».

    Returns:
        The same text with « citoyens et citoyennes »; the rest is untouched.
    """
    texte = _PARENTHESES.sub(rf"\1{POINT_MEDIAN}\2\3", _POINTS.sub(POINT_MEDIAN, texte))
    texte = _SIGNE.sub(lambda trouve: f"{trouve[1]}{POINT_MEDIAN}{trouve[3]}{trouve[4] or ''}", texte)
    texte = _TRAIT.sub(lambda trouve: f"{trouve[1]}{POINT_MEDIAN}{trouve[2]}{trouve[3] or ''}", texte)
    texte = _FONDU.sub(lambda trouve: _FONDUS[trouve[0].lower()], texte)
    return prononcer(_TOUS.sub(rf"\1ou{POINT_MEDIAN}\2", texte))
