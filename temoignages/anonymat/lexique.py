"""What French knows: common words, verbs, first names, surnames, countries; read once, at first use.

A token is innocent only when this lexicon knows it as a common word. The marks are those of
``construire_lexique``: m word, v verb, p first name in French, e in other languages, f and h gender, n surname,
g country, people or other capitalised word, x common word of English, and r, added here, a name
that only a complete dictionary knows as a word.
"""

import lzma
import re
from functools import lru_cache
from pathlib import Path

from .normalisation import plier

DONNEES = Path(__file__).parent / "donnees"
_MARQUES_DE_MOT = frozenset("msaviqo")


@lru_cache(maxsize=1)
def _marques() -> dict[str, str]:
    """Return the marks by form; a form is also known without its accents unless that spelling is itself a form."""
    table: dict[str, str] = {}
    uniques: dict[str, str] = {}
    with lzma.open(DONNEES / "lexique.txt.xz", "rt", encoding="utf-8") as lignes:
        for ligne in lignes:
            forme, _, lettres = ligne.rstrip("\n").partition("\t")
            table[forme] = uniques.setdefault(lettres, lettres)
    for forme, lettres in list(table.items()):
        if not forme.isascii():
            sans_accent = plier(forme)
            if table.get(sans_accent, "x") == "x":
                table[sans_accent] = lettres
    for prenom in lire_liste("prenoms")[""]:
        for ecriture in (prenom, plier(prenom)):
            table[ecriture] = "".join(sorted({*table.get(ecriture, ""), "p"}))
    _oublier_les_sens_rares(table)
    for mot in lire_liste("familiers")[""]:
        # Spoken French first: a word heard every day is a word, even when it is also someone's name abroad.
        table[mot] = "m" if "m" not in table.get(mot, "") else table[mot]
        if table.get(plier(mot), "x") == "x":
            table[plier(mot)] = "m"
    return table


def _oublier_les_sens_rares(table: dict[str, str]) -> None:
    """Leave a first name its marks of word only when the word is heard every day; likewise a few surnames.

    A complete dictionary has "une robert", "un gilles", "un bolduc": nobody means them.
    """
    courants = set(lire_liste("prenoms")["mots"])
    rares = set(lire_liste("prenoms")["noms_de_famille"])
    courants |= set(map(plier, courants))
    for forme, lettres in table.items():
        if "m" in lettres and (("p" in lettres and forme not in courants) or forme in rares):
            table[forme] = "".join(lettre for lettre in lettres if lettre not in _MARQUES_DE_MOT) + "r"


def marques(mot: str) -> str:
    """Return the marks of a word in any case, or an empty string when no French lexicon knows it."""
    return _marques().get(mot.lower(), "")


def lire_liste(nom: str) -> dict[str, list[str]]:
    """Return the entries of ``donnees/<nom>.txt`` by section (``[name]`` lines; "" before the first).

    Entries are separated by commas on a line that has one, else by spaces.
    """
    rubriques: dict[str, list[str]] = {"": []}
    rubrique = ""
    for ligne in (DONNEES / f"{nom}.txt").read_text(encoding="utf-8").splitlines():
        if entete := re.fullmatch(r"\[(\w+)\]", ligne):
            rubrique = entete[1]
        elif ligne and not ligne.startswith("#"):
            separateur = "," if "," in ligne else None
            rubriques.setdefault(rubrique, []).extend(e.strip() for e in ligne.split(separateur) if e.strip())
    return rubriques
