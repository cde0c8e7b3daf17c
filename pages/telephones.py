"""Phone numbers of Québec and of North America, as a contact gives them."""

import re
from typing import Final

from .regles import chiffres_du_numero

_POSTE: Final = re.compile(r",?\s*(?:poste|p\.)\s*(?P<poste>\d{1,6})\s*\Z", re.IGNORECASE)
# North American Numbering Plan: neither the area code nor the exchange begins with 0 or 1, nor is « n11 ».
_PLAN: Final = re.compile(r"1(?:[2-9](?!11)\d\d)(?:[2-9](?!11)\d\d)\d{4}")


def est_un_telephone(texte: str) -> bool:
    """Say whether a number can be dialled: ten digits of the North American plan, with or without a « poste »."""
    return bool(_PLAN.fullmatch(chiffres_du_numero(_POSTE.sub("", texte))))


def lien_telephone(texte: str) -> str:
    """Return the address that dials a number: « tel:+15145550100 », with « ;ext=21 »; empty when it is none."""
    poste = _POSTE.search(texte)
    if not est_un_telephone(texte):
        return ""
    return f"tel:+{chiffres_du_numero(_POSTE.sub('', texte))}" + (f";ext={poste['poste']}" if poste else "")
