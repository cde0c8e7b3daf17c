"""The wide net under the shapes: signs that words are not made of. Digits in a row, letters among digits, an @.

The known shapes (``motifs``) name what they find; what they do not know is caught here, because no story needs a
string of signs and almost every one of them leads to somebody.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .constats import Constat

SIGNES_D_UN_CODE = 5
_VOIE = (
    r"(?:rue|ruelle|avenue|av\.|boul\.?|boulevard|chemin|ch\.|rang|route|mont[ée]e|c[ôo]te|place|terrasse|croissant"
    r"|impasse|all[ée]e)"
)
_DOMAINES = (
    r"(?:example|exemple|blog|online|site|xyz|shop|tv|app|dev|eu|us|be|ch|uk|co|biz|coop|art|cloud|page|link|live"
    r"|social|club|world|qc|quebec)"
)
_AVANT_INITIALE = r"(?:m\.|mr|mme|mlle|dre?|docteure?|madame|monsieur|mon|ma|mes|chez|à|avec|pour|de)"


@dataclass(frozen=True, slots=True)
class Suite:
    """A run of signs: how it is recognised (group ``x`` if only a part counts), what it is taken for."""

    regle: str
    type: str
    expression: re.Pattern[str]
    raison: str
    suggestion: str


SUITES = (
    Suite(
        "suite-de-chiffres",
        "RECORD",
        re.compile(r"(?<![\w$])\(?\d(?:[ .()/-]{0,3}\d){5,25}(?!\w)"),
        "Longue suite de chiffres.",
        "[numéro retiré]",
    ),
    Suite(
        "code",
        "RECORD",
        re.compile(
            r"(?<![\w@.-])(?=[A-Z\d-]{0,20}\d)(?=[\d-]{0,20}[A-Z])[A-Z\d]{1,10}(?:[ -][A-Z\d]{1,10}){0,3}(?![\w@])"
        ),
        "Code mêlant lettres et chiffres.",
        "[numéro retiré]",
    ),
    Suite(
        "arrondi",
        "EMAIL",
        re.compile(r"(?<!\S)[^\s@]{0,64}@\S{0,64}"),
        "Adresse ou compte avec un @.",
        "[courriel retiré]",
    ),
    Suite(
        "arobase",
        "EMAIL",
        re.compile(
            r"(?:[^\s,;!?]{1,40} ){0,2}\b(?:arr?obas?e?s?|arr?obace|a commercial|a en rond|a encercl[ée])\b"
            r"(?: [^\s,;!?]{1,40}){1,6}",
            re.IGNORECASE,
        ),
        "Courriel écrit en toutes lettres.",
        "[courriel retiré]",
    ),
    Suite(
        "domaine",
        "URL",
        re.compile(
            rf"(?<![\w@.-])[a-z\d][\w-]{{1,60}}(?:\.[\w-]{{2,60}}){{0,3}}\.{_DOMAINES}\b(?:/\S{{0,200}})?"
            r"|\b(?:www|https?)[ .:/]{1,4}\S{2,100}|(?<!\S)[^\s,;!?]{2,40}(?: point| dot) (?:com|ca|org|net|qc|info)\b",
            re.IGNORECASE,
        ),
        "Adresse Web.",
        "[adresse Web retirée]",
    ),
    Suite(
        "adresse-large",
        "ADDRESS",
        re.compile(
            rf"(?<![\w$])\d{{1,5}}[A-Z]?,? (?:[^\W\d_]{{1,20}}\.? ){{0,3}}?{_VOIE}(?!\w)(?: [^\s,;.!?]{{1,25}}){{0,4}}"
            rf"|\b{_VOIE}(?: [^\s,;.!?\d]{{1,25}}){{1,4}},? (?:au )?(?:num[ée]ro |n[o°] ?)?\d{{1,5}}\b"
            r"(?! (?:ans|h|heures|personnes|mois|jours|fois))"
            r"|\b(?:app?t?|appart(?:ement)?|logement|c\.? ?p|case postale|bo[îi]te postale|casier postal|rr)\.? ?"
            r"(?:no |n° ?|#)?\d{1,5}\b",
            re.IGNORECASE,
        ),
        "Adresse d’un domicile.",
        "[adresse retirée]",
    ),
    Suite(
        "initiale",
        "INITIALS",
        re.compile(
            r"(?<![\w.'-])(?:[A-ZÀ-Ý]\.-?){2,4}(?!\w)"
            rf"|\b(?i:{_AVANT_INITIALE}) (?P<x>[A-ZÀ-Ý]\.)(?=[\s,;:!?)]|$)"
        ),
        "Initiales d’une personne.",
        "une personne",
    ),
)

# What a row of signs may well be: years, round numbers, toll-free lines, a date in digits; laws, flu, visas.
_ORDINAIRE = re.compile(
    r"(?:(?:19|20)\d\d\D{1,3}){1,8}(?:19|20)\d\d"
    r"|\d{1,3}(?:[ .]000){1,3}"
    r"|(?:1\D{0,2})?8(?:00|33|44|55|66|77|88)\D.*"
    r"|(?:19|20)\d\d[-/. ]\d{1,2}[-/. ]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d"
    r"|COVID-?\d+|H\d{1,2}N\d{1,2}|P-?38(?:[. ]001)?|[CL]-?\d{2,3}"
    r"|(?:[A-Z]\.){2,4}(?<=[DO]\.[PN]\.[JU]\.)"
)
_MESURE = re.compile(r" ?(?:\$|¢|€|%|piasses|dollars|km|kg|mg|ml|personnes|membres|fois|pas|pages|ressources)")


def chercher_suites(texte: str) -> Iterator[Constat]:
    """Yield the direct findings that no known shape names, in a normalised text."""
    for suite in SUITES:
        for trouve in suite.expression.finditer(texte):
            groupe = "x" if "x" in suite.expression.groupindex and trouve["x"] else 0
            passage = trouve[groupe].rstrip(" ,;:!?")
            if _est_une_suite(suite, passage) and not _MESURE.match(texte, trouve.end()):
                debut = trouve.start(groupe)
                yield Constat(
                    debut, debut + len(passage), suite.type, "direct", suite.raison, suite.suggestion, suite.regle
                )


def _est_une_suite(suite: Suite, passage: str) -> bool:
    """Return whether a passage is more than an ordinary number, law or acronym."""
    if _ORDINAIRE.fullmatch(passage.strip("() ")):
        return False
    if suite.regle != "code":
        return True
    signes = re.sub(r"[ -]", "", passage)
    return len(signes) >= SIGNES_D_UN_CODE and sum(signe.isdigit() for signe in signes) > 1
