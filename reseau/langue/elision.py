"""Does « de » become « d’ » before this word? Vowels, the mute h, and the words that refuse elision."""

import re
from typing import Final

from .cles import plier

# Beginnings, folded, of the common words whose h is aspirated (usual dictionaries mark them with a sign).
_DEBUTS_ASPIRES: Final = """
    hach haie haillon hain hair halage haler haleta halete hall halo halt hamac hamburger hameau hamster hanch hand
    hangar hanneton hant happ harangu haras harcel hardi harem hareng hargn haricot harnach harnais harp hasard
    hasch hate hatif hauban hauss haut havr hennir heriss hernie heron hetre heurt hibou hideu hierarch hippie
    hiss hobby hoch hockey holland homard hong hont hoquet hors hotte houblon houe houill houl houp houspill houss
    houx hublot huche huee huer huguenot huit hulul hunier hupp hurl huron hussard hutte
"""
_H_ASPIRES: Final = tuple(_DEBUTS_ASPIRES.split())
_ASPIRES_ENTIERS: Final = frozenset({"heros", "hic", "ho", "hop", "hue", "hun", "huns", "hard", "hale", "hales"})
_MUETS_MALGRE_TOUT: Final = ("hallucin", "haltere", "haltero", "huitr")
_VOYELLES_SANS_ELISION: Final = frozenset({"onze", "onzieme", "oui", "ouistiti", "ouistitis", "uhlan", "ululer"})
_Y_QUI_ELIDENT: Final = frozenset({"y", "yeux", "yeuse", "yves", "yvette", "yvon", "yvonne", "ypres"})
_DEVANT_LE_MOT: Final = "«“\"'’( \u00a0\u202f"
_PREMIER_MOT: Final = re.compile(r"[^\W\d_]+")


def lier(mot: str, suite: str) -> str:
    """Join two pieces by a space, or by nothing after an apostrophe."""
    return f"{mot}{suite}" if mot.endswith("’") else f"{mot} {suite}"


def s_elide(texte: str) -> bool:
    """Tell whether a small word elides before `texte`: « amour », « hôpital », « yeux »; not « haine », « onze »."""
    mot = _PREMIER_MOT.match(texte.lstrip(_DEVANT_LE_MOT))
    if mot is None:
        return False
    plie = plier(mot.group())
    if plie.startswith("h"):
        aspire = plie in _ASPIRES_ENTIERS or plie.startswith(_H_ASPIRES)
        return not aspire or plie.startswith(_MUETS_MALGRE_TOUT)
    if plie.startswith("y"):
        return plie in _Y_QUI_ELIDENT
    return plie[:1] in {"a", "e", "i", "o", "u"} and plie not in _VOYELLES_SANS_ELISION
