"""From words to what a search compares: « L’Entraide des citoyen·nes » holds the roots « entraid » and « citoyen ».

Accents, case, ligatures, apostrophes, elision and hyphens are forgiven; plurals, feminines and verb forms share a root
(Snowball, snowballstem.org). A word whose root depends on its accents has two: with them, and as typed without them.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from threading import local
from typing import Any, Final

import snowballstemmer

from .cles import plier
from .developper import developper

LANGUES: Final = {"fr": "french", "en": "english"}
MOTS_D_UNE_REQUETE: Final = 12
LONGUEUR: Final = 40
ELISION: Final = re.compile(
    r"(?<![^\W_])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu)’(?=[^\W_])", re.IGNORECASE
)
NOMBRE: Final = re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)")
_APOSTROPHES: Final = str.maketrans(
    dict.fromkeys("'`\u00b4\u02bc\u2018\u2032\uff07", "’") | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
)
_TRAITS: Final = str.maketrans(dict.fromkeys("\u2010\u2011\u2212", "-"))
_ANGLAIS: Final = re.compile(r"(?<=[^\W\d_])’(?:s|t|ll|re|ve|m|d)(?![^\W_])", re.IGNORECASE)
_MOT: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# « demandons », « demandent », which Snowball leaves whole: their infinitive's root too.
_VERBE: Final = re.compile(r"(\w{2,}?[^aeiouy\d])e?(?:(?<!i)ons|(?<!m)ent)")
_LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae"})
# They are everywhere, and say nothing of what is looked for. Folded.
MUETS: Final = frozenset(
    """
    a au aux avec c ce ces cet cette d dans de des du elle elles en est et eux il ils j je l la le les leur leurs lui m
    ma mais me mes mon n ne nos notre nous on ont ou par pas pour qu que qui s sa se ses son sont sur t ta te tes ton tu
    un une vos votre vous y
    an and are as at be but by for from has have he her his i in is it its not of or our she that the their them they
    this to was we were will with you your
    """.split()
)
_atelier = local()  # a stemmer works in place: one for each thread


@dataclass(frozen=True, slots=True)
class MotCherche:
    """A word of a query: as it was typed, in lower case, and the roots any of which answers it."""

    mot: str
    racines: frozenset[str]


def formes(texte: str, *, collees: bool = True) -> Iterator[str]:
    """Yield the words of a text in lower case, with their accents, inclusive spellings spelled out.

    Args:
        texte: plain text.
        collees: also yield a word in two or three parts in one piece: « porte-parole » answers « porteparole ».
    """
    for trouve in _MOT.finditer(_preparer(texte)):
        parts = trouve[0].split("-")
        yield from (part[:LONGUEUR] for part in parts)
        if collees and 1 < len(parts) <= 3:  # noqa: PLR2004 - beyond, it is a sentence: « je-ne-sais-quoi »
            yield "".join(parts)[:LONGUEUR]


def racines(texte: str, langue: str = "fr") -> list[str]:
    """Return the roots of a text, in order, as many times as its words are said; words that say nothing are left out.

    Args:
        texte: plain text.
        langue: « fr », « en », or a code that begins so; any other is read as French.
    """
    return [racine for mot in formes(texte) if not est_muet(mot) for racine in sorted(racines_du_mot(mot, langue))]


def racines_de_requete(texte: str) -> list[MotCherche]:
    """Return what to look for, at most `MOTS_D_UNE_REQUETE` words, each once; in either language: nobody says which."""
    cherches: dict[str, MotCherche] = {}
    for mot in formes(texte, collees=False):
        if not est_muet(mot) and plier(mot) not in cherches and len(cherches) < MOTS_D_UNE_REQUETE:
            toutes = frozenset().union(*(racines_du_mot(mot, langue) for langue in LANGUES))
            cherches[plier(mot)] = MotCherche(mot, toutes)
    return list(cherches.values())


def racines_du_mot(mot: str, langue: str = "fr") -> set[str]:
    """Return the roots of one word that `formes` gave: letters and digits without accents; none for a lone letter."""
    plie = plier(mot).replace(" ", "")[:LONGUEUR]
    if not plie or plie[0].isdigit():
        return {plie} - {""}
    francais = not langue.lower().startswith("en")
    ecrits = {mot, plie, *([f"{verbe[1]}er"] if francais and (verbe := _VERBE.fullmatch(plie)) else [])}
    radicaliser = _radicaliseur(langue)
    return {plier(radicaliser(ecrit)).replace(" ", "") for ecrit in ecrits} - {""}


def est_muet(mot: str) -> bool:
    """Say whether a word is left out of the index: one of the little words, or a lone letter."""
    plie = plier(mot)
    return plie in MUETS or (len(plie) < 2 and not plie.isdigit())  # noqa: PLR2004 - a lone letter


def _preparer(texte: str) -> str:
    compose = unicodedata.normalize("NFKC", texte.translate(_APOSTROPHES)).translate(_TRAITS).lower()
    developpe = developper(compose).replace("aujourd’hui", "aujourdhui").replace("prud’hom", "prudhom")
    sans_elision = _ANGLAIS.sub("", ELISION.sub("", developpe)).translate(_LIGATURES)
    return NOMBRE.sub(lambda trouve: re.sub(r"\D", "", trouve[0]), sans_elision)


def _radicaliseur(langue: str) -> Any:
    nom = LANGUES.get(langue[:2].lower(), LANGUES["fr"])
    if not hasattr(_atelier, nom):
        setattr(_atelier, nom, snowballstemmer.stemmer(nom))
    return getattr(_atelier, nom).stemWord
