"""Numbers as people read and write them: « 20 000 » and « 12,5 » in French, “20,000” and “12.5” in English."""

import re
from decimal import Decimal
from typing import Final

from medias.langues import Langue, langue_active
from reseau.langue.typographie import INSECABLE

_BLANCS: Final = re.compile(r"[\s\u00a0\u2009\u202f]+")
_NOMBRE: Final = re.compile(r"(?P<entier>\d+|\d{1,3}(?: \d{3})+)(?:,(?P<decimales>\d+))?", re.ASCII)
MILLE: Final = 3  # digits of a group


def lire_nombre(texte: str) -> Decimal | None:
    """Read « 20 000 », « 20000 » or « 12,5 ».

    Returns:
        `None` for anything else, « 20,000 » and « 1.5 » included: they are read in two ways, by English and by French.
    """
    lu = _NOMBRE.fullmatch(_BLANCS.sub(" ", texte).strip())
    if lu is None:
        return None
    decimales = lu["decimales"] or ""
    entier = lu["entier"].replace(" ", "")
    if len(decimales) == MILLE and entier != "0":
        return None
    return Decimal(f"{entier}.{decimales}" if decimales else entier)


def ecrire_nombre(nombre: Decimal | int, langue: str = "") -> str:
    """Return « 20 000 » or « 12,5 », with no-break spaces; a number of four digits is grouped too.

    Args:
        nombre: what is written.
        langue: how; that of the page being made when it is not said.
    """
    ecrit = f"{nombre:,}"
    if (langue or langue_active()) == Langue.ANGLAIS:
        return ecrit
    return ecrit.replace(",", INSECABLE).replace(".", ",")


def avec_unite(ecrit: str, unite: str) -> str:
    """Return a written number and what it counts: « 12,5 % », « 40 $ »; in English “12.5%”, “$40”."""
    if not unite or not ecrit:
        return ecrit or unite
    if langue_active() == Langue.ANGLAIS and unite in {"%", "$"}:
        return ecrit + unite if unite == "%" else unite + ecrit
    return f"{ecrit}{INSECABLE}{unite}"
