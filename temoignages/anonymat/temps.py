"""Ages and dates: what is finer than the year and the season. Every repetition is bounded."""

import re
from collections.abc import Iterator

from . import indices
from .constats import Constat
from .lexique import marques
from .motifs import DATE, MOIS_DATE
from .normalisation import plier
from .suggestions import annees, epoque

_UNITES = "(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize)"
_DIZAINES = "(?:vingt|trente|quarante|cinquante|soixante|quatre-vingts?|septante|octante|nonante|cent)"
NOMBRE = rf"(?:\d{{1,3}}|(?:{_DIZAINES}(?:(?:-| et |-et-| )(?:dix-)?{_UNITES})?|dix-sept|dix-huit|dix-neuf|{_UNITES}))"
_GRAND_NOMBRE = rf"(?:[1-9]\d|1[01]\d|{_DIZAINES}(?:(?:-| et |-et-| )(?:dix-)?{_UNITES})?)"
_ANS = r"an[s]?\b(?: et demie?\b|(?: et|,) (?:\w{1,8} ){1,2}(?:mois|semaines|jours)\b)?"
# A baby is counted in months: "il avait quatre mois", "à onze jours".
_BEBE = re.compile(
    r"\b(?:[àa]|avait|aurait|a|âgée?s? de|de) (?P<x>(?:\d{1,2}|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze"
    r"|douze)"
    r" (?:mois|semaines|jours))(?= ?(?:[.,;!?)]|$| (?:quand|pis|et)\b))",
    re.IGNORECASE,
)
_ENFANT = re.compile(
    r"\b(?:bébé|petite?|gar[çc]on|fils|fille|enfant|nourrisson|jumea|adopt|née?|naissance|accouch)", re.IGNORECASE
)
_PAS_UNE_DUREE = r"(?! {1,2}(?:de |d'|plus tard|apr|avant|que|comme|chez|avec|durant|pendant|fermes?|ferme))"
# "attente de trois ans", "plus de vingt ans": time spent, not an age.
_DUREE = (
    r"(?<!plus )(?<!moins )(?<!près )(?<!bout )(?<!lors )(?<!loin )(?<!peine )(?<!suivi )(?<!attente )(?<!thérapie )"
    r"(?<!mariage )(?<!prison )(?<!bail )(?<!sobriété )(?<!période )(?<!retard )(?<!vie )(?<!silence )(?<!traitement )"
    r"(?<!absence )(?<!contrat )(?<!expérience )(?<!carrière )(?<!relation )(?<!durée )(?<!délai )(?<!mandat )"
    r"(?<!arrêt )(?<!cours )(?<!travail )(?<!programme )(?<!écart )(?<!ordonnance )"
)
_AGE = re.compile(
    rf"(?:\b(?:j'ai|j'avais|jai|javais|ai|a|avait|avais|avoir|aura|aurai|eu|âgée?s? de|ag[ée]e?s? de|âge de|mes|ses"
    rf"|nos|tes|leurs|[àa]|dès|vers|moi|toi|suis|chu|genre|environ|proche|ya|y'a|yavait|aviez|avez|ont|avaient"
    rf"|aurait|aurais|autour de|âge :?|fêté|fête|l'an)"
    rf"(?: (?:peine|presque|environ|juste|eu|mes|ses))? {{1,2}}|[,(–—:] {{0,2}}|- )"
    rf"(?P<x>(?:{NOMBRE}(?: {{1,2}}(?:à|et|ou) {{1,2}}|-))?{NOMBRE} {{1,2}}{_ANS})"
    + _PAS_UNE_DUREE
    + rf"|(?P<y>de {NOMBRE} {{1,2}}à {{1,2}}{NOMBRE} {{1,2}}ans\b)"
    rf"|{_DUREE}\b(?:de|d') ?(?P<z>{NOMBRE} {{1,2}}{_ANS})"
    + _PAS_UNE_DUREE
    + rf"|\b(?:pis|et) (?P<u>{_GRAND_NOMBRE} {{1,2}}{_ANS})"
    + _PAS_UNE_DUREE
    + rf"|(?:^|[.!?»\n] {{0,2}})(?P<t>{_GRAND_NOMBRE} {{1,2}}{_ANS})"
    + r"(?= {0,2}(?:[.,;:!?)]|$)| (?:dont|et|pis|avec|aux?|en)\b)",
    re.IGNORECASE,
)
# "à quarante.": a large number that counts nothing; "nous étions à deux" is no age.
_AGE_NU = re.compile(
    rf"\b(?:à|vers|dès) (?P<x>1[2-9]|[2-9]\d|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf|{_DIZAINES}"
    rf"(?:(?:-| et |-et-){_UNITES})?)(?= ?[.,;!?)]| (?:pis|et|quand|je|j')|$)",
    re.IGNORECASE,
)
# "mon fils william 8 ans", "Rose 54 ans": right after a name or a relative, without comma.
_AGE_APRES_QUELQU_UN = re.compile(
    rf"\b(?P<qui>[^\W\d_]{{3,30}}) (?P<x>{NOMBRE} {{1,2}}{_ANS})(?= ?(?:[.,;!?)]| (?:et|pis|ma|mon) |$))", re.IGNORECASE
)
_DATE_LIEE = re.compile(rf"\b(?:(?P<lien>depuis le|le|du|au) )?(?P<x>{DATE})", re.IGNORECASE)
_MOIS_LIE = re.compile(rf"(?P<x>{MOIS_DATE})", re.IGNORECASE)
_FETES = {"8 mars", "1er mai", "10 octobre", "24 juin", "25 decembre", "24 decembre", "1er janvier", "31 decembre"} | {
    "1er juillet", "14 fevrier", "31 octobre", "6 decembre", "20 novembre", "10 decembre", "17 mai", "10 septembre"
}  # fmt: skip
_MOIS_INDICE = re.compile(r"janv|f[ée]vr|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c|\d[-/.]\d", re.IGNORECASE)


def chercher_temps(texte: str) -> Iterator[Constat]:
    """Yield the ages and the dates finer than the year of a normalised text."""
    yield from _chercher_ages(texte)
    if _MOIS_INDICE.search(texte):
        yield from _chercher_dates(texte)


def _chercher_ages(texte: str) -> Iterator[Constat]:
    bas = texte.lower()
    if " an" in bas:
        yield from _chercher_ages_apres_quelqu_un(texte)
    expressions = (_AGE, _AGE_NU) if " an" in bas else (_AGE_NU,)
    if _ENFANT.search(texte):
        for trouve in _BEBE.finditer(texte):
            yield Constat(*trouve.span("x"), "AGE", "quasi", "Âge précis.", "tout petit", "age")
    for expression in expressions:
        for trouve in expression.finditer(texte):
            groupe = next(nom for nom, valeur in trouve.groupdict().items() if valeur)
            debut, fin = trouve.span(groupe)
            avant = bas[max(0, debut - 3) : debut].strip()
            yield Constat(debut, fin, "AGE", "quasi", "Âge précis.", annees(texte[debut:fin], avant), "age")


def _chercher_ages_apres_quelqu_un(texte: str) -> Iterator[Constat]:
    for trouve in _AGE_APRES_QUELQU_UN.finditer(texte):
        qui = trouve["qui"]
        lettres = marques(qui)
        if qui.lower() in indices.PROCHES or (set(lettres) & {"p", "e"} and (qui[0].isupper() or "m" not in lettres)):
            yield Constat(*trouve.span("x"), "AGE", "quasi", "Âge précis.", annees(trouve["x"], ""), "age")


def _chercher_dates(texte: str) -> Iterator[Constat]:
    raison = "Date plus fine que l’année."
    for trouve in _DATE_LIEE.finditer(texte):
        if plier(trouve["x"]) not in _FETES:
            debut = trouve.start() if trouve["lien"] else trouve.start("x")
            propose = epoque(trouve["x"], trouve["lien"])
            yield Constat(debut, trouve.end(), "DATE", "quasi", raison, propose, "date")
    for trouve in _MOIS_LIE.finditer(texte):
        if " " not in trouve["x"] and texte[trouve.end() : trouve.end() + 2] == " à":
            continue
        yield Constat(*trouve.span("x"), "DATE", "quasi", raison, epoque(trouve["x"], None), "date")
