"""Names recognised by their shape alone: initials, letters one by one, nicknames between quotation marks."""

import re
from collections.abc import Iterator

from .constats import Constat
from .raisons import RAISONS

_INITIALES = re.compile(
    r"(?<![\w.'-])(?:[A-ZÀ-ÖØ-Þ]\.[ ]?-?){2,3}(?:[A-ZÀ-ÖØ-Þ]\.)?(?![\w.])"
    r"|(?<![\w.'-])[A-Z]\.-[A-Z]\. ?[A-Z]\.?(?!\w)"
    r"|(?<=[—–] )[A-Z]{1,3}\.?(?=\s*$)|(?<=[,.!?»\n] )[A-ZÉ]{1,2}\.?(?=\s{0,5}$)|(?<=\n)[A-ZÉ]{1,2}\.?(?=\s{0,5}$)"
    r"|(?<![\w.'-])(?!M\. l)[A-ZÉ]\.(?= [a-zà-öø-ÿœ])"
)
_SIGLES_POINTES = frozenset(
    ["aa", "na", "qi", "tv", "pm", "am", "ras", "ps", "sos", "usa", "hlm", "ca", "cv", "ok", "dpj", "cpe"]
)
_EPELE = re.compile(r"(?<![\w-])[^\W\d_](?:(?:-|, ?| )[^\W\d_](?![^\W\d_'])){3,20}(?![\w'-])")
_SURNOM_ENTRE_GUILLEMETS = re.compile(
    r"(?:surnomm\w{1,4}|appel\w{1,5}|surnom)[^.!?\n«]{0,20}« ?(?P<x>[^»\n]{2,40}?) ?»"
)


def chercher_formes(texte: str) -> Iterator[Constat]:
    """Yield names recognised by their shape: initials, names spelled letter by letter, nicknames in quotes."""
    for trouve in _INITIALES.finditer(texte):
        if re.sub(r"\W", "", trouve[0]).lower() not in _SIGLES_POINTES:
            fin = trouve.start() + len(trouve[0].rstrip())
            yield Constat(trouve.start(), fin, "INITIALS", "direct", RAISONS["initiales"], "une personne", "initiales")
    for trouve in _EPELE.finditer(texte):
        yield Constat(*trouve.span(), "PERSON", "direct", RAISONS["epele"], "[nom retiré]", "epele")
    for trouve in _SURNOM_ENTRE_GUILLEMETS.finditer(texte):
        if trouve["x"][0].isupper():
            yield Constat(*trouve.span("x"), "NICKNAME", "direct", RAISONS["nommer"], "[surnom retiré]", "nommer")
