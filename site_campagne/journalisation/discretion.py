"""What is struck out of a line before it is written. Pure: neither Django nor a logger.

The discipline is elsewhere: our own lines hold ids and kinds (VIE_PRIVEE, section 6). This is the net under it, and
under what the libraries write.
"""

import re
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Final

AU_PLUS: Final = 1000  # characters of one line
LIEUX: Final = 12  # of each error, those nearest to what failed
CHAINE: Final = 4  # errors: what came out, and what began it
_REQUETE: Final = re.compile(r"\?[^\s\"'<>]+")
_COURRIEL: Final = re.compile(r"[^\s@<>\"'(),;:]+@[^\s@<>\"'(),;:]+")
_IPV4: Final = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])")
# With « :: », or whole: a time of day has neither.
_IPV6: Final = re.compile(
    r"(?<![\w:])(?:(?=[0-9a-fA-F:]*::)[0-9a-fA-F:]*[0-9a-fA-F]|(?:[0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4})(?![\w:])"
)
_TELEPHONE: Final = re.compile(r"(?<!\d)(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)")
# Addresses that are secrets, or that say what somebody looks for.
_SECRET: Final = re.compile(r"(/(?:partage|suivi|invitation|temoigner)/)[^\s\"'<>]+")
_COMMANDE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
RAYURES: Final = (
    (_SECRET, r"\1…"),
    (_REQUETE, "?…"),
    (_COURRIEL, "…@…"),
    (_TELEPHONE, "…"),
    (_IPV4, "…"),
    (_IPV6, "…"),
    (_COMMANDE, " "),  # a line is a line: nothing that is written can pretend to be another
)


def rayer(texte: str) -> str:
    """Return a line without an address, a query, a telephone, a secret address, nor a second line."""
    for motif, par in RAYURES:
        texte = motif.sub(par, texte)
    return texte if len(texte) <= AU_PLUS else f"{texte[:AU_PLUS]}…"


def taire(argument: Any) -> Any:
    """Return what may be written of the argument of a line: an error is its kind, a thing its class, a number itself.

    Words stay, for they are those of the line (a verb, an id); `rayer` reads them.
    """
    if argument is None or isinstance(argument, bool | int | float | str):
        return argument
    if isinstance(argument, Mapping):
        return {str(cle): taire(valeur) for cle, valeur in argument.items()}
    if isinstance(argument, list | tuple | set | frozenset):
        return [taire(valeur) for valeur in argument]
    return type(argument).__name__


def pile(erreur: BaseException | None) -> list[str]:
    """Return where an error was raised and what led to it: files, lines, functions, kinds; not a word that it says."""
    chaine: list[BaseException] = []
    while erreur is not None and erreur not in chaine:
        chaine.append(erreur)
        erreur = erreur.__cause__ or (None if erreur.__suppress_context__ else erreur.__context__)
    gardees = chaine if len(chaine) <= CHAINE else [chaine[0], *chaine[1 - CHAINE :]]
    return [ligne for une in gardees for ligne in (type(une).__name__, *_endroits(une.__traceback__)[-LIEUX:])]


def _endroits(trace: TracebackType | None) -> list[str]:
    endroits = []
    while trace is not None:
        code = trace.tb_frame.f_code
        endroits.append(f"  {_court(code.co_filename)}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return endroits


def _court(fichier: str) -> str:
    """Return a path from the package on: the folders of a machine may hold the name of a person."""
    return "/".join(fichier.rsplit("/", 4)[-3:])
