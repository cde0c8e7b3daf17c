"""The wide net under the shapes: signs that words are not made of. Digits in a row, letters among digits, an @.

The known shapes (``motifs``) name what they find; what they do not know is caught here, because no story needs a
string of signs and almost every one of them leads to somebody.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .constats import Constat

SIGNES_D_UN_CODE = 5
CHIFFRES_D_UN_NUMERO = 4
_VOIE = (
    r"(?:rue|ruelle|avenue|ave?\.?|boul\.?|boulevard|bld\.?|blvd\.?|chemin|chem\.|ch\.|rang|rg\.?|route|rte\.?"
    r"|mont[ée]e"
    r"|mt[ée]e\.?|c[ôo]te|place|pl\.|terrasse|croissant|crois\.|impasse|all[ée]e|promenade|prom\.|square|carr[ée]|quai)"
)
_DOMAINES = (
    r"(?:example|exemple|blog|online|site|xyz|shop|tv|app|dev|eu|us|be|ch|uk|co|biz|coop|art|cloud|page|link|live"
    r"|social|club|world|qc|quebec)"
)
_NOMBRES = (
    r"(?:(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente"
    r"|quarante"
    r"|cinquante|soixante|cents?|mille|quatre-vingts?)(?:[- ](?:et[- ])?(?=\w)){0,1}){1,6}"
)
# A piece of an address said aloud, what joins two pieces, how the sign is said, and where most addresses are.
_JETON = r"[^\s,;!?()\[\]@]{1,40}"
_JOINT = (
    r"(?:,? ?[(\[]? ?\b(?:points?|pt|dot|tirets?|trait d'union|underscore|soulign\w{1,3}|barre(?: de soulignement"
    r"| en bas| basse)?"
    r"|deux points)\b,? ?[)\]]?,? ?| ?[._] ?(?=\w))"
)
_AROBASE = r"arr?obas?e?s?|arr?obace|arr?obasque|a commercial|a en rond|a encercl[ée]|a rond|at sign"
_COURRIEL = r"(?:gmail|hotmail|outlook|yahoo|live|icloud|me|videotron|sympatico|bell|protonmail|cogeco|courriel)\b"
_AVANT_INITIALE = r"(?:m\.|mr|mme|mlle|dre?|docteure?|madame|monsieur|mon|ma|mes|chez|à|avec|pour|de)"


@dataclass(frozen=True, slots=True)
class Suite:
    """A run of signs: how it is recognised (group ``x`` if only a part counts), what it is taken for.

    ``indice`` is what a text must hold for the search to be worth its time.
    """

    regle: str
    type: str
    expression: re.Pattern[str]
    raison: str
    suggestion: str
    indice: re.Pattern[str] | None = None


_CHIFFRE = re.compile(r"\d")
SUITES = (
    Suite(
        "suite-de-chiffres",
        "RECORD",
        re.compile(r"(?<![\w$])\(?\d(?:[ .()/–·•_*-]{0,3}\d){4,25}(?!\w)"),
        "Longue suite de chiffres.",
        "[numéro retiré]",
        _CHIFFRE,
    ),
    Suite(
        "code",
        "RECORD",
        re.compile(
            r"(?<![\w@.-])(?=[A-Z\d -]{0,20}\d)(?=[\d -]{0,20}[A-Z])[A-Z\d]{1,10}(?:[ -][A-Z\d]{1,10}){0,4}(?![\w@'])"
        ),
        "Code mêlant lettres et chiffres.",
        "[numéro retiré]",
        _CHIFFRE,
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
            rf"(?:{_JETON} et )?{_JETON}(?:{_JOINT}{_JETON}){{0,4}}"
            rf"(?:,? ?[(\[{{]? ?\b(?:{_AROBASE}),? ?[)\]}}]? ?| ?[(\[{{](?:a|at|à|chez)[)\]}}] ?| (?:a|at|à"
            rf"|chez) (?={_COURRIEL}))"
            rf"{_JETON}(?:{_JOINT}{_JETON}){{0,4}}",
            re.IGNORECASE,
        ),
        "Courriel écrit en toutes lettres.",
        "[courriel retiré]",
        re.compile(rf"arr?ob|commercial|rond|encercl|sign|[(\[{{](?:a|at|à|chez)[)\]}}]|{_COURRIEL}", re.IGNORECASE),
    ),
    Suite(
        "compte",
        "HANDLE",
        re.compile(
            r"(?<![\w@.#/-])(?!covid|vitamine|quetiapine)(?:[^\W\d]{3,30}#\d{2,6}|[^\W\d]{4,30}\d{2,6}[^\W\d]{0,10}"
            r"|(?!mi-|ex-|ann|om[ée]ga)[^\W\d]{3,30}(?:[._-][^\W\d]{1,20}){0,3}[._-]\d{1,6}"
            r"|[^\W\d]{2,30}(?:[._][^\W\d]{1,20}){1,3}\d{1,6}"
            r"|[^\W\d]{2,30}(?:[._][^\W\d]{2,30}){2,3})(?![\w@.-])",
            re.IGNORECASE,
        ),
        "Nom de compte : un mot suivi de chiffres, ou des mots liés par des points.",
        "[compte retiré]",
        re.compile(r"\d|[^\W\d][._][^\W\d]{2,30}[._][^\W\d]"),
    ),
    Suite(
        "numero",
        "RECORD",
        re.compile(
            r"\b(?:num[ée]ro|no\.?|n°|matricule|code|nip|dossier)(?: (?:de|d')[ ]?[^\W\d_]{2,12})?(?: c'est| cest"
            r"| est| était|:| :)?"
            r"(?: le)? (?P<x>(?-i:[A-Z]{0,4})[- ]?\d[\dA-Z]{0,8}(?:[-./ ]\d[\dA-Z]{0,8}){0,5})(?![\w@])",
            re.IGNORECASE,
        ),
        "Numéro.",
        "[numéro retiré]",
        _CHIFFRE,
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
            rf"(?:(?<!\w)(?:au|le) )?(?<![\w$])\d{{1,5}}(?:[ -]?(?:bis|ter|quater|[A-Z](?=[, ])|1/2"
            rf"|½))?,? (?:[^\W\d_]{{1,20}}\.? ){{0,3}}?{_VOIE}(?!\w)(?: [^\s,;.!?]{{1,25}}){{0,4}}"
            r"|(?:(?i:\b(?:au|le|du|chez|reste|habite|adresse|domicile|logis|cogn\w{1,4}) |, "
            r"|: ))(?P<x>\d{1,5}[A-Z]?,? "
            r"(?-i:(?!Janv|F[ée]v|Mars|Avr|Mai|Jui|Ao|Sept|Oct|Nov|D[ée]c)[A-ZÀ-Ý][a-zà-ÿ]{3,20}"
            r"(?:[- ][A-ZÀ-Ý][a-zà-ÿ]{2,20}){0,3}))(?![\w'])"
            r"|(?<![\w$])\d{2,5}[A-Z]?,? (?-i:St|Ste|Saint|Sainte|Notre-Dame|Mgr"
            r"|Sir)[-. ][^\s,;.!?]{2,25}(?-i: [NSEO]\b\.?| (?:[EN]st|Ouest|Nord|Sud))?"
            r"|\b(?:au|le) \d{1,5}[A-Z]?,? (?:des|du|de la) (?-i:[A-ZÀ-Ý])[^\s,;.!?]{2,25}"
            rf"|\b{_NOMBRES},? ?\b{_VOIE}(?!\w)(?: [^\s,;.!?]{{1,25}}){{1,3}}"
            rf"|\b(?:\d{{1,3}}e? )?{_VOIE}(?: [^\s,;.!?]{{1,25}}){{0,3}},? (?:num[ée]ro|no|n°|#) ?\d{{1,5}}\b"
            r"|(?<![\w$])\d{1,5}[A-Z]?,? (?:st|ste|saint|sainte|notre|de la|des|du|de)[- ][^\s,;.!?]{2,25}"
            r"(?: [^\s,;.!?\d]{1,25}){0,2},? (?=(?:app?t?|appart|porte|logement|suite|#))"
            rf"|\b{_VOIE}(?: [^\s,;.!?\d]{{1,25}}){{1,4}},? (?:au )?(?:num[ée]ro |n[o°] ?)?\d{{1,5}}\b"
            r"(?! (?:ans|h|heures|personnes|mois|jours|fois))"
            r"|\b(?:app?t?|appart(?:ement)?|logement|c\.? ?p|case postale|bo[îi]te postale|casier postal|rr)\.? ?"
            r"(?:no |n° ?|#)?\d{1,5}[A-Z]?\b",
            re.IGNORECASE,
        ),
        "Adresse d’un domicile.",
        "[adresse retirée]",
        re.compile(rf"\d|(?:[uxqtefzsn]|cents?) {_VOIE} ", re.IGNORECASE),
    ),
    Suite(
        "initiale",
        "INITIALS",
        re.compile(
            r"(?<![\w.'-])(?:[A-ZÀ-Ý]\.-?){2,20}(?!\w)|(?<![\w.'-])[A-Z]\.-?[A-Z](?![\w.'-])"
            r"|(?<![\w.'-])[a-zé]\.-?[a-zé]\.(?![\w'])"
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
    r"|(?:[A-Z]\.){2,4}(?<=[DO]\.[PN]\.[JU]\.)|[SR]\.?[SV]\.?V?\.P\.?|(?i:(?:p\.s|c\.a|a\.m|p\.m|i\.e|e\.g|n\.b|o\.k"
    r"|s\.o|t\.v|c\.v|u\.s|q\.c|c\.p)\.?)|COVID.?\d+|(?i:covid.?\d+)|[A-Z]{2,8} (?:19|20)\d\d"
)
_MESURE = re.compile(r" ?(?:\$|¢|€|%|piasses|dollars|km|kg|mg|ml|personnes|membres|fois|pas|pages|ressources)")


def chercher_suites(texte: str) -> Iterator[Constat]:
    """Yield the direct findings that no known shape names, in a normalised text."""
    for suite in SUITES:
        if suite.indice is not None and not suite.indice.search(texte):
            continue
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
    if suite.regle == "numero":
        return sum(signe.isdigit() for signe in passage) >= CHIFFRES_D_UN_NUMERO
    if suite.regle != "code":
        return True
    signes = re.sub(r"[ -]", "", passage)
    return len(signes) >= SIGNES_D_UN_CODE and sum(signe.isdigit() for signe in signes) > 1
