"""Citations and footnotes, read in plain words. Pure functions; time grows with the length of the text only."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

ANNEE: Final = r"(?:1[5-9]|20)\d\d[a-z]?|s\.\s?d\."
_PAGES: Final = r"(?:,\s(?P<pages>(?:pp?|chap|art|par|vol|fig|tabl)\.\s?[^;()]+|\d+:\d+)|\s?:\s?(?P<page>\d[\d\s–-]*))"
_PARENTHESE: Final = re.compile(r"\(([^()\n]{4,300})\)")
_PARTIE: Final = re.compile(
    r"\s*(?:(?:voir|see|cf\.|p\. ex\.|e\.g\.)\s)?(?P<auteurs>[^\W\d_][^\d,;()]*(?:,\s[^\d,;()]+)*?)(?P<virgule>,?)\s"
    rf"(?:(?:dans|in)\s(?P<hote>[^\d;()]+?),?\s)?(?P<annees>(?:{ANNEE})(?:,\s(?:{ANNEE}))*){_PAGES}?\s*"
)
_ANNEE: Final = re.compile(ANNEE)
_ANNEE_SEULE: Final = re.compile(rf"\((?P<annee>{ANNEE}){_PAGES}?\)")
_NOM_AVANT: Final = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'-]+\s$")
_NOTE: Final = re.compile(r"\[\s?note\s?:\s*([^\[\]\n]*)\]", re.IGNORECASE)
ANNEXE: Final = re.compile(r"\bannexes?\s+(\d{1,2}(?:\s*(?:,|et|ou|à)\s*\d{1,2})*|[A-Z]\b|[IVX]+\b)", re.IGNORECASE)
_DEBUT_DE_NOTE: Final = re.compile(r"\[\s?note\b", re.IGNORECASE)
_ET: Final = re.compile(r"\band\b")
_AUTRES: Final = re.compile(r"\bet (?:al|coll|autres|collaborateurs|collaboratrices)\b")
ENTOUR: Final = 120  # characters before « (2019) » where its author may stand


@dataclass(frozen=True, slots=True)
class Appel:
    """A citation in a text, from `debut` to `fin`: what to look up, and how sure we are that it is one.

    `cle`: the key of the entry, that of the host for a secondary citation. `est_stricte`: written with its comma inside
    parentheses, it can be nothing else; otherwise it is a citation only when an entry answers.
    """

    debut: int
    fin: int
    texte: str
    cle: str
    pages: str = ""
    est_stricte: bool = True


@dataclass(frozen=True, slots=True)
class NoteTapee:
    """A footnote where it is called: the whole of it, and its words alone."""

    debut: int
    fin: int
    dedans: tuple[int, int]


@dataclass(frozen=True, slots=True)
class AppelDAnnexe:
    """« annexe 2 » in a text, from `debut` to `fin`; of « annexes 1 et 2 », the second is « 2 » alone."""

    debut: int
    fin: int
    numero: int


def cle_d_auteurs(texte: str) -> str:
    """Return names as they compare: no case, no accent, no mark; “and” is « et », every « et coll. » is « et al »."""
    plat = unicodedata.normalize("NFKD", texte.casefold().replace("&", " et "))
    plat = "".join(signe for signe in plat if not unicodedata.combining(signe))
    return _AUTRES.sub("et al", _ET.sub("et", re.sub(r"\W+", " ", plat).strip()))


def cle(auteurs: str, annee: str) -> str:
    """Return the key of an author and a year: « ardouin 2019 »."""
    return f"{cle_d_auteurs(auteurs)} {re.sub(r'[^a-z0-9]', '', annee.casefold())}"


def appels(texte: str, cles_par_annee: dict[str, list[str]] | None = None) -> list[Appel]:
    """Return the citations of a text, in order, without those of its notes apart: a note is text like another.

    Args:
        texte: plain words; a line break ends any citation.
        cles_par_annee: keys of authors by year, to know « Ardouin (2019) » from « Montréal (2019) ».
    """
    texte = texte.replace("\u00a0", " ").replace("\u202f", " ")
    trouves = list(_entre_parentheses(texte))
    trouves += _dans_la_phrase(texte, cles_par_annee or {})
    return sorted(trouves, key=lambda appel: appel.debut)


def seul_appel(texte: str) -> Appel | None:
    """Return the citation that a text is, with or without its parentheses; nothing when it says anything else."""
    nu = texte.replace("\u00a0", " ").strip().removesuffix(".").strip()
    nu = nu if nu.startswith("(") else f"({nu})"
    trouves = appels(nu)
    est_seul = len(trouves) == 1 and nu.count("(") == 1 and nu.endswith(")") and ";" not in nu
    return trouves[0] if est_seul else None


def _entre_parentheses(texte: str) -> Iterator[Appel]:
    for parenthese in _PARENTHESE.finditer(texte):
        debut = parenthese.start(1)
        for partie in parenthese[1].split(";"):
            if trouve := _PARTIE.fullmatch(partie):
                yield from _de_la_partie(trouve, debut)
            debut += len(partie) + 1


def _de_la_partie(trouve: re.Match[str], decalage: int) -> Iterator[Appel]:
    auteurs = trouve["hote"] or trouve["auteurs"]
    if not trouve["auteurs"][0].isupper():
        return
    annees = list(_ANNEE.finditer(trouve["annees"]))
    for rang, annee in enumerate(annees):
        # One link an author and a year; what follows the last year (its page) goes with it.
        debut = trouve.start("auteurs") if not rang else trouve.start("annees") + annee.start()
        fin = trouve.start("annees") + annee.end()
        pages = (trouve["pages"] or trouve["page"] or "").strip() if rang == len(annees) - 1 else ""
        if pages:
            fin = len(trouve[0].rstrip())
        yield Appel(
            decalage + debut, decalage + fin, trouve[0].strip(), cle(auteurs, annee[0]), pages, bool(trouve["virgule"])
        )


def _dans_la_phrase(texte: str, cles_par_annee: dict[str, list[str]]) -> Iterator[Appel]:
    for trouve in _ANNEE_SEULE.finditer(texte):
        avant = texte[max(0, trouve.start() - ENTOUR) : trouve.start()]
        plat = cle_d_auteurs(avant)
        annee = cle("", trouve["annee"]).strip()
        connus = cles_par_annee.get(annee, ())
        nom = max((c for c in connus if plat.endswith(c) and f" {plat}".endswith(f" {c}")), key=len, default="")
        pages = (trouve["pages"] or trouve["page"] or "").strip()
        if nom or _NOM_AVANT.search(avant):
            dit = f"{avant.split()[-1]} {trouve[0]}"
            yield Appel(trouve.start() + 1, trouve.end() - 1, dit, f"{nom} {annee}", pages, est_stricte=False)


def annexes(texte: str) -> list[AppelDAnnexe]:
    """Return the calls of numbered annexes, in order."""
    trouvees = []
    for trouve in ANNEXE.finditer(texte.replace("\u00a0", " ").replace("\u202f", " ")):
        debut = trouve.start()
        for numero in re.finditer(r"\d+", trouve[1]):
            fin = trouve.start(1) + numero.end()
            trouvees.append(AppelDAnnexe(debut, fin, int(numero[0])))
            debut = fin + len(re.match(r"\D*", texte[fin:])[0])  # type: ignore[index]  # always matches
    return trouvees


def notes(texte: str) -> list[NoteTapee]:
    """Return the footnotes typed in a text, in order."""
    return [NoteTapee(note.start(), note.end(), note.span(1)) for note in _NOTE.finditer(texte)]


def notes_mal_fermees(texte: str) -> int:
    """Return how many footnotes open and do not close on the same paragraph, or say nothing."""
    vides = sum(not note[1].strip() for note in _NOTE.finditer(texte))
    return len(_DEBUT_DE_NOTE.findall(texte)) - len(_NOTE.findall(texte)) + vides
