"""Names recognised by their shape alone: initials, letters one by one, nicknames between quotation marks."""

import re
from collections.abc import Iterator

from . import indices
from .constats import Constat
from .raisons import RAISONS

_INITIALES = re.compile(
    r"(?<![\w.'-])(?:[A-ZÀ-ÖØ-Þ]\.[ ]?-?){2,3}(?:[A-ZÀ-ÖØ-Þ]\.)?(?![\w.])"
    r"|(?<![\w.'-])[A-Z]\.-[A-Z]\. ?[A-Z]\.?(?!\w)|(?<![\w.'-])[A-Z]-[A-Z](?: [A-Z]\b)?\.?(?![\w'-])"
    r"|(?<=[Ss]ign[eé] )[A-Za-zÉé]\.?(?![\w'])|(?<=[a-zé] )[A-ZÉ]\.(?=\s{0,2}\n)"
    r"|(?<=[,(] )[A-ZÉ]\.(?=[,;:!?)])|(?<=[a-zé] )[A-ZÉ]\.(?=[,;:)])"
    r"|(?<![\w.'-])[A-ZÀ-ÖØ-Þ]\. ?-?(?:(?:St|Ste|Mc|Mac|De|La|Le|L')[-' ]?)?[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{0,3}\.(?!\w)"
    r"|(?<![\w.'-])[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{1,2}\.(?:-[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{0,2}\.| [A-ZÀ-ÖØ-Þ]\.)(?!\w)"
    r"|(?<=[—–] )[A-Z]{1,3}\.?(?=\s*$)|(?<=[,.!?»\n] )[A-ZÉ]{1,2}\.?(?=\s{0,5}$)|(?<=\n)[A-ZÉ]{1,2}\.?(?=\s{0,5}$)"
    r"|(?<![\w.'-])(?!M\. l)[A-ZÉ]\.(?= [a-zà-öø-ÿœ])"
)
_SIGLES_POINTES = frozenset(
    [
        "aa",
        "na",
        "qi",
        "tv",
        "pm",
        "am",
        "ras",
        "ps",
        "sos",
        "usa",
        "hlm",
        "ca",
        "cv",
        "ok",
        "dpj",
        "cpe",
        "svp",
        "cqfd",
        "qc",
        "rsvp",
        "dr",
        "us",
        "uk",
        "etc",
    ]
)
# "on l'appelle la fouine", "jlappelais le gros": an article and whatever one is called.
_APPELE = re.compile(
    r"\b(?:(?:[lmt]'|jl|[lmt])(?:app?el\w{1,5}|surnomm\w{1,4})|les app?el\w{1,5}|(?:app?el[ée]{1,2}s?|surnomm\w{1,4}"
    r"|alias|surnom(?: de| :|,)?"
    r"|dit[e]?(?= l[ae] [A-Z]))) "
    r"(?:souvent |toujours |tous |toutes |juste |ça )?(?P<x>(?:l[ea] |l'|ti-"
    r"|ti )[^\W\d_]{2,20}(?:-[^\W\d_]{1,20})?(?: [A-ZÀ-Ý][^\W\d_]{1,20})?)"
)
_SERVICES = frozenset(
    "police pompiers ambulance clsc urgence hôpital docteur médecin propriétaire proprio directeur directrice banque"
    " ligne centre gouvernement travailleuse infirmière intervenante psy pharmacie vie maladie rétablissement liberté"
    " folie".split()
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
    for trouve in _APPELE.finditer(texte):
        if not _est_un_service(trouve["x"]):
            yield Constat(*trouve.span("x"), "NICKNAME", "direct", RAISONS["nommer"], "[surnom retiré]", "nommer")
    for trouve in _SURNOM_ENTRE_GUILLEMETS.finditer(texte):
        if trouve["x"][0].isupper():
            yield Constat(*trouve.span("x"), "NICKNAME", "direct", RAISONS["nommer"], "[surnom retiré]", "nommer")


def _est_un_service(passage: str) -> bool:
    """Return whether what is called is a service rather than a person: "j'ai appelé la police, le 911"."""
    return re.split(r"[ ']", passage)[1].lower() in _SERVICES | indices.INSTITUTIONS | indices.SIGLES
