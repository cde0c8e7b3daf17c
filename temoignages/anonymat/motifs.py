"""Identifiers that have a shape: telephone, address, number of a file. Every repetition in a pattern is bounded."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .constats import Constat

_CHIFFRE = "(?:z[ée]ro|un|deux|trois|quatre|cinq|six|sept|huit|neuf)"
_DIZAINE = (
    "(?:dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|septante|nonante|cents?)"
)
_NOMBRE = rf"(?:{_CHIFFRE}|{_DIZAINE})"
_MOIS = (
    "(?:janv(?:ier)?|f[ée]vr(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|ao[uû]t|sept(?:embre)?|oct(?:obre)?"
    "|nov(?:embre)?|d[ée]c(?:embre)?)"
)
_JOUR_EN_LETTRES = (
    "(?:premier|deux|trois|quatre|cinq|six|sept|huit|neuf|dix(?:-sept|-huit|-neuf)?|onze|douze|treize|quatorze|quinze"
    "|seize|vingt(?:(?:-| et |-et-)(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf))?|trente(?:(?: et |-et-)une?)?)"
)
_ANNEE = rf"(?:(?:19|20)\d\d|(?:mil|mille|deux[- ]mille)(?:[- ](?:{_CHIFFRE}|{_DIZAINE}|et)){{0,8}})"
_SEMAINE = "(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: le)? {1,2})"
_QUANTIEME = rf"(?:1er|[0-3]?\d|{_JOUR_EN_LETTRES})"
DATE = (
    rf"(?:\b{_SEMAINE}?(?:{_QUANTIEME} (?:et|ou|au|à)(?: le)? )?{_QUANTIEME} {{1,2}}{_MOIS}\b(?:\.? {{1,2}}{_ANNEE}\b)?"
    r"|\b(?:19|20)\d\d[-/. ][01]?\d[-/. ][0-3]?\d\b|\b[0-3]?\d[-/.][01]?\d[-/.](?:(?:19|20)\d\d|\d\d)\b)"
)
MOIS_DATE = (
    rf"(?:\b(?:(?:début|fin|mi)[- ])?{_MOIS}\.?(?: de)?(?: l'an)? {_ANNEE}\b"
    rf"|(?<=\ben ){_MOIS}\b|(?<=\bmois de ){_MOIS}\b|(?<=\bmois d'){_MOIS}\b)"
)
_CHIFFRES_D_UN_NUMERO = 7
_POSTE = r"(?: {0,2},? {0,2}(?:poste|ext\.?|p\.|#|x) {0,2}\d{1,6})?"
_VOIE = (
    r"(?:rue|ruelle|avenue|ave?\.?|boul(?:evard)?\.?|bld\.?|blvd\.?|boul\.|chemin|chem\.|ch\.|rang|rg\.?|mt[ée]e\.?"
    r"|route|rte\.?|c[oô]te"
    r"|place|mont[ée]e|terrasse"
    r"|impasse|all[ée]e|carr[ée]|croissant|promenade|quai|square|mont[ée]e|street|st\.|road|drive)"
)
_MOT_DE_VOIE = (
    r"(?:(?:de la|de l'|des|du|de|d'|l'|la|le|les) ?)?(?:[^\W\d_]{1,20}|\d{1,3}e?)(?:[-'][^\W\d_]{1,20}){0,6}"
)
_APPARTEMENT = (
    r"(?: {0,2},? {0,2}(?:app?t?\.?|appartement|suite|bureau|#|porte|unit[ée]|logement) {0,2}#?\d{0,5}[A-Za-z]?\b)?"
)
_NOM_PROPRE_DE_VOIE = r"[A-ZÀ-ÖØ-Þ\d][^\s,.;:!?()«»]{0,30}(?: [A-ZÀ-ÖØ-Þ][^\s,.;:!?()«»]{0,30}){0,3}"


@dataclass(frozen=True, slots=True)
class Motif:
    """A shape: what it is called, how it is recognised (group ``x`` if only a part counts), what is said of it."""

    regle: str
    type: str
    expression: re.Pattern[str]
    raison: str
    suggestion: str
    indice: re.Pattern[str] | None = None


def _motif(regle: str, genre: str, expression: str, raison: str, suggestion: str, indice: str = "") -> Motif:
    return Motif(
        regle,
        genre,
        re.compile(expression, re.IGNORECASE),
        raison,
        suggestion,
        re.compile(indice, re.IGNORECASE) if indice else None,
    )


MOTIFS = (
    _motif(
        "url",
        "URL",
        r"\b(?:https?://|www\.)[^\s<>«»\"']{2,300}[^\s<>«»\"'.,;:!?)\]]"
        r"|(?<![@\w.-])[a-z0-9][a-z0-9-]{0,60}\.(?:[a-z0-9-]{1,60}\.){0,3}(?:com|ca|org|net|qc\.ca|quebec"
        r"|info|fr|io|me)\b(?:/[^\s<>«»,;)]{0,300})?"
        r"|(?<![@\w.-])[a-z0-9][a-z0-9-]{0,60}\.(?:[a-z0-9-]{2,60}\.){0,3}[a-z]{2,10}/[^\s<>«»,;)]{1,300}",
        "Adresse Web : elle peut mener à la personne.",
        "[adresse Web retirée]",
        r"://|www|\.[a-z]",
    ),
    _motif(
        "courriel",
        "EMAIL",
        r"(?:[\w+-]{1,40} {1,2}\. {1,2}){0,3}[\w.+-]{1,64}(?:@ {0,2}| {1,2}@ {1,2})"
        r"[\w-]{1,63}(?:(?:\.| {1,2}\. {0,2})[\w-]{1,63}){1,4}"
        r"|[\w.+-]{1,64}(?: point [\w+-]{1,64}){0,3} {0,2}[\[(]? {0,2}(?:arobase?s?|a commercial) {0,2}[\])]? {0,2}"
        r"[\w-]{1,63}(?: {0,2}(?:\.|point|dot) {0,2}[\w-]{1,63}){1,3}"
        r"|[\w.+-]{1,64} {1,2}(?:chez|at|à|a) {1,2}[\w-]{1,63} {1,2}(?:point|dot) {1,2}(?:com|ca|org|net|qc|fr"
        r"|example)\b",
        "Adresse de courriel.",
        "[courriel retiré]",
        r"@|arobas|commercial| point | dot ",
    ),
    _motif(
        "pseudo",
        "HANDLE",
        r"(?<![\w@.])@[\w][\w.]{1,40}\b(?!@)"
        r"|(?<![\w@.])(?P<y>(?=[a-z0-9.]{0,30}_)[a-z0-9][\w.]{3,40}\w)(?![\w@])"
        r"|\b(?:insta(?:gram)?|tik ?tok|snap(?:chat)?|facebook|twitter|discord|pseudo"
        r"|fb) ?:? {0,2}(?P<x>[a-z]{0,30}[\d_.][\w.]{1,40}\w)",
        "Nom de compte sur un réseau social.",
        "[compte retiré]",
        r"@|_|insta|tik|snap|face|twitter|discord|pseudo|fb",
    ),
    _motif(
        "telephone",
        "PHONE",
        r"(?<![\w-])(?!(?:1[-. ]{0,2})?\(?8(?:00|33|44|55|66|77"
        r"|88)\D)(?:\+? ?1[-. ]{0,2})?\(?[2-9]\d{2}\)?[-. /]{0,3}\d{3}[-. ]{0,3}\d{4}(?!\d)" + _POSTE,
        "Numéro de téléphone.",
        "[numéro retiré]",
        r"\d{4}",
    ),
    _motif(
        "telephone-sept-chiffres",
        "PHONE",
        r"(?<![\w$-])(?<!8\d\d )[2-9]\d{2}[-. ]\d{4}(?![\w$]| ?(?:\$|ans|km))" + _POSTE,
        "Sept chiffres : un numéro de téléphone sans son indicatif.",
        "[numéro retiré]",
        r"\d{4}",
    ),
    _motif(
        "poste",
        "PHONE",
        r"\bposte(?: t[ée]l[ée]phonique)? {0,2}#?\d{3,6}\b",
        "Poste téléphonique : il mène à une personne.",
        "[poste retiré]",
        r"poste",
    ),
    _motif(
        "telephone-en-lettres",
        "PHONE",
        rf"\b{_NOMBRE}(?:(?:[-, ]| et |, ){{1,3}}{_NOMBRE}){{4,14}}\b",
        "Suite de chiffres écrits en lettres : un numéro de téléphone.",
        "[numéro retiré]",
        r"deux|trois|quatre|cinq|six|sept|huit|neuf",
    ),
    _motif(
        "telephone-mele",
        "PHONE",
        rf"(?<![\w$])(?=(?:\d[-, ]{{0,3}}){{1,12}}{_NOMBRE}|{_NOMBRE}[-, ]{{1,3}}(?:{_NOMBRE}[-, ]{{1,3}}){{0,10}}\d)"
        rf"(?:\d{{1,4}}|{_NOMBRE})(?:(?:[-, ]| et |, ){{1,3}}(?:\d{{1,4}}|{_NOMBRE})){{3,14}}(?!\w)",
        "Suite de chiffres, en partie écrits en lettres : un numéro de téléphone.",
        "[numéro retiré]",
        r"\d",
    ),
    _motif(
        "code-postal",
        "POSTAL",
        r"(?<![\w-])[ABCEGHJ-NPRSTVXY] ?\d ?[A-Z][ -]{0,2}\d ?[A-Z] ?\d(?!\w)",
        "Code postal.",
        "[code postal retiré]",
        r"\d",
    ),
    _motif(
        "ramq",
        "RAMQ",
        r"(?<!\w)[A-Z]{4}[ -]{0,2}\d{2}[ -]?(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])[ -]{0,2}[0-3]\d[ -]?\d{2}(?!\d)",
        "Numéro d’assurance maladie.",
        "[numéro retiré]",
        r"\d{2}",
    ),
    _motif(
        "nas",
        "NAS",
        r"(?<![\w-])\d{3}[ -]\d{3}[ -]\d{3}(?![\w-])|\b(?:nas"
        r"|assurance[- ]sociale)\W{1,4}(?:[a-z]{1,6} ){0,3}(?P<x>\d{9})\b",
        "Neuf chiffres : un numéro d’assurance sociale.",
        "[numéro retiré]",
        r"\d{3}",
    ),
    _motif(
        "dossier",
        "RECORD",
        r"\b(?:dossier|matricule|usag[eè]re?|patiente?|client|d[ée]tenue?|carte|cour|permis|jugement"
        r"|r[ée]f[ée]rence|plainte|bracelet)"
        r"(?: (?:num[ée]ro|m[ée]dical|n[o°]|no\.|de cour|d'h[oô]pital|le|est|était"
        r"|:)){0,3} ?[:#°]? ?(?:n[o°]\.? ?)?"
        r"(?P<x>(?=[A-Z-]{0,6}\d"
        r"|\d)[A-Z]{0,4}-?\d[\dA-Z]{0,12}(?:[- ./]\d{2,12}){0,3}(?<=\w\w\w)(?:-[A-Z]{1,3})?)(?![\w-])",
        "Numéro de dossier.",
        "[numéro de dossier retiré]",
        r"\d{2}",
    ),
    _motif(
        "dossier-de-cour",
        "RECORD",
        r"(?<![\w-])\d{3}-\d{2}-\d{6}(?:-\d{2,3})?(?!\d)|(?<![\w-])[A-Z]{1,4}-\d{2,4}-\d{3,8}(?![\w-])"
        r"|(?<![\w-])(?:n[o°]|num[ée]ro|#) ?(?P<x>\d{5,12})(?!\w)"
        r"|(?:dossier|num[ée]ro|matricule)[^.!?\d\n]{0,40}(?P<y>\d{5,12})(?!\w)"
        r"|(?<![\w$,.-])(?<!\d )\d{6,12}(?![\w$%]|[ -]\d| ?(?:\$|%|km|piasses|dollars|personnes))",
        "Numéro de dossier.",
        "[numéro de dossier retiré]",
        r"\d{2}",
    ),
    _motif(
        "plaque",
        "PLATE",
        r"\b(?:plaque|immatricul\w{0,8})[^.!?\d]{0,25}?(?P<x>(?:[A-Z]\d{2}[ -]?[A-Z]{3}|[A-Z]{3}[ -]?\d{3,4}"
        r"|\d{3}[ -]?[A-Z]{3}|[A-Z]{1,3}[ -]?\d{2,5}))\b"
        r"|(?<![\w-])[A-Z]\d{2}[ -][A-Z]{3}(?![\w-])|(?<![\w-])[A-Z]\d{2} \d{3}[A-Z](?![\w-])",
        "Plaque d’immatriculation.",
        "[plaque retirée]",
        r"\d{2}",
    ),
    _motif(
        "date-de-naissance",
        "DOB",
        rf"\b(?:n[ée]+(?:\(e\)|·e|e)?s?|naissance|vu le jour|ma f[êe]te|mon anniversaire"
        rf"|DDN)\b[^.!\d]{{0,30}}?(?P<x>(?:en (?:19|20)?\d\d,? )?(?:\b(?:le|un) )?{DATE}"
        r"(?:,? (?:en |de l'ann[ée]e )?(?:(?:19|20)\d\d|\d\d)\b)?)"
        r"|\bn[ée]e?s? [^.!?\n]{0,60}?(?P<y>(?:le jour de (?:la |l')|à la |la nuit de "
        r"|la veille de )[^\s,.!?]{3,20}(?: [^\s,.!?\d]{2,20})?"
        r",? (?:de |en )?(?:19|20)\d\d)\b",
        "Date de naissance complète.",
        "[date de naissance retirée]",
        r"\d|mil|deux",
    ),
    _motif(
        "adresse",
        "ADDRESS",
        rf"(?<![\w$-])(?<!\ben )\d{{1,5}}(?:-?[A-Z]| [A-Z](?=,))?(?:-\d{{1,5}})? {{0,2}},? {{0,2}}(?:\d{{1,3}}(?:e"
        rf"|er|re"
        rf"|i[eè]me) {{1,2}})?{_VOIE} {{1,2}}{_MOT_DE_VOIE}"
        rf"(?:(?-i: {_NOM_PROPRE_DE_VOIE}))?{_APPARTEMENT}"
        rf"|(?<![\w$-])\d{{1,5}}(?:-?[A-Z]\b)? {{0,2}},? {{0,2}}(?:\d{{1,3}}(?:e|er|re"
        rf"|i[eè]me)) {{1,2}}{_VOIE}(?: (?:est"
        rf"|ouest|nord|sud))?\b{_APPARTEMENT}"
        r"|(?<![\w$-])\d{1,5} (?-i:[A-Z][a-z]{2,20}) (?:street|road|avenue|drive|lane)\b"
        r"|\b(?:c\.? ?p\.?|casier postal|case postale) {0,2}\d{1,6}\b",
        "Adresse d’un domicile.",
        "[adresse retirée]",
        r"\d",
    ),
)


_EN_LETTRES = frozenset(["telephone-en-lettres", "telephone-mele"])


def chercher_motifs(texte: str) -> Iterator[Constat]:
    """Yield the direct findings that a shape alone betrays, in a normalised text."""
    for motif in MOTIFS:
        if motif.indice is not None and not motif.indice.search(texte):
            continue
        for trouve in motif.expression.finditer(texte):
            groupe = next((g for g in ("x", "y") if g in motif.expression.groupindex and trouve[g]), 0)
            debut, fin = trouve.span(groupe)
            if motif.regle in _EN_LETTRES and _nombre_de_chiffres(trouve[0]) < _CHIFFRES_D_UN_NUMERO:
                continue
            yield Constat(debut, fin, motif.type, "direct", motif.raison, motif.suggestion, motif.regle)


def _nombre_de_chiffres(suite: str) -> int:
    """Return how many digits a run of number words stands for."""
    mots = re.findall(r"[^\W\d_]+", suite.lower())
    chiffres = sum(signe.isdigit() for signe in suite)
    return chiffres + sum(1 if re.fullmatch(_CHIFFRE, mot) else 2 for mot in mots if mot != "et")
