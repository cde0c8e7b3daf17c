"""Join a sentence opener and what a person wrote after it, as French joins them.

The person's words keep their spelling and their capital; only the little words at the seam change: « de » + « amour »
is « d’amour », « de » + « le silence » is « du silence », « à » + « les autres » is « aux autres ».
"""

import re
from typing import Final

from .cles import plier
from .elision import s_elide

_A_COMPLETER: Final = " \t\r\n\u00a0\u202f.…_"
_COLLE: Final = (",", ".", ";", "!", "?", "…", ")")
_ELIDES: Final = frozenset({"de", "que", "je", "me", "te", "se", "ne", "le", "la", "jusque", "lorsque", "puisque"})
# « d’ » typed at the end of an opener is read as « de », so that any completion fits.
_RETABLIS: Final = {"d’": "de", "qu’": "que", "j’": "je", "n’": "ne", "m’": "me", "t’": "te"}
_CONTRACTIONS: Final = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}
_ETRE: Final = re.compile(r"(?:est|était|étaient|eût|en)\b", re.IGNORECASE)
_IL: Final = re.compile(r"ils?\b", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"(les?)\s+(?=\S)", re.IGNORECASE)
_PARTITIF: Final = re.compile(r"(?:de\s+la\s+|de\s+l’\s*|des\s+|du\s+|de\s+|d’\s*)(?=\S)", re.IGNORECASE)
_MOT: Final = re.compile(r"[\w-]+")
# After « le », an infinitive or another pronoun means that « le » is a pronoun: « besoin de le dire ».
_PRONOMS: Final = frozenset({"y", "en", "lui", "leur", "faire"})
_INFINITIF: Final = re.compile(r"\w+(?:er|ir|re|oir)\Z")
_NOMS_EN_RE: Final = """
    adversaire anniversaire arbitre arbre art atelier avenir cadre cahier calendrier cancer caractere centre chantier
    chapitre chiffre coeur coucher courrier cuir danger dejeuner dernier desespoir desir devoir diner espoir fer feutre
    fier foyer frere genre gouter hiver jardinier jour kilometre lever levier libre litre livre loisir loyer maitre
    manque membre metier metre miroir mystere nombre ordinaire ordre panier papier pere pire plaisir poivre pouvoir
    premier quartier registre reste rire rosier salaire sanctuaire savoir sentier silence soir solitaire sorbier souper
    sourire souvenir sucre theatre tiroir titre traversier trottoir ventre verre vestiaire vocabulaire
"""
_NOMS: Final = frozenset(_NOMS_EN_RE.split())


def joindre(amorce: str, completion: str) -> str:
    """Return the whole sentence.

    Args:
        amorce: the opener, with or without its final ellipsis: « J’ai besoin de… ».
        completion: what the person wrote, possibly repeating the end of the opener.

    Returns:
        « J’ai besoin d’amour »; the completion alone when the opener is empty or was typed again in full.
    """
    debut = amorce.replace("'", "’").strip().rstrip(_A_COMPLETER)
    suite = completion.strip().lstrip(_A_COMPLETER)
    if not debut or not suite:
        return debut or suite
    debut = _sans_reprise(debut, suite)
    if not debut:
        return suite
    if suite.startswith(_COLLE):
        return debut + suite
    coupe = 1 + max(debut.rfind(signe, 0, -1) for signe in " \u00a0’«(")
    mot = _RETABLIS.get(debut[coupe:].lower(), debut[coupe:])
    return debut[:coupe] + _souder(mot, suite)


def _sans_reprise(debut: str, suite: str) -> str:
    """Drop from the opener the words that the person typed again: « … c’est » + « c’est une chaise »."""
    mots, repris = debut.split(), [plier(mot) for mot in suite.split(maxsplit=len(debut.split()))]
    for nombre in range(len(mots), 0, -1):
        fin = [plier(mot) for mot in mots[-nombre:]]
        if fin == repris[:nombre] and (nombre > 1 or "’" in mots[-1] or nombre == len(mots)):
            return " ".join(mots[:-nombre])
    return debut


def _souder(mot: str, suite: str) -> str:
    """Join the last word of the opener and the completion."""
    petit, droite = mot.lower(), suite.replace("'", "’")
    if petit == "de" and (partitif := _PARTITIF.match(droite)):
        suite = suite[partitif.end() :]
    elif (article := _ARTICLE.match(droite)) and (petit, article[1].lower()) in _CONTRACTIONS:
        reste = suite[article.end() :]
        if not _est_verbe(reste):
            contracte = _CONTRACTIONS[petit, article[1].lower()]
            return f"{contracte.capitalize() if mot[0].isupper() else contracte} {reste}"
    elif petit in _ELIDES and droite[:2].lower() == f"{petit[0]}’":
        return suite
    if _elide(petit, suite):
        return f"{mot[:-1]}’{suite}"
    return f"{mot}{'' if mot.endswith('’') else ' '}{suite}"


def _elide(petit: str, suite: str) -> bool:
    """Tell whether the last word of the opener loses its vowel before the completion."""
    if petit == "ce":
        return _ETRE.match(suite) is not None
    if petit == "si":
        return _IL.match(suite) is not None
    return petit in _ELIDES and s_elide(suite)


def _est_verbe(reste: str) -> bool:
    """Tell whether the word after « le » or « les » makes it a pronoun."""
    mot = _MOT.match(reste)
    if mot is None:
        return False
    plie = plier(mot.group())
    return plie in _PRONOMS or (_INFINITIF.match(plie) is not None and plie not in _NOMS)
