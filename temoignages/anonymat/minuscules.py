"""Names without capital, or in a text where capitals say nothing: what stands around them betrays them."""

import re

from . import indices
from .lecture import Lecture
from .majuscules import signe
from .mots import Mot
from .normalisation import plier
from .orthographe import est_une_coquille

# Shorter, a first name without capital is more often a typing mistake.
_PRENOM_MINUSCULE = 3
_ETRANGER_MINUSCULE = 4
_INCONNU_EN_CAPITALES = 4
_INITIALES = 2
_VOYELLE = re.compile("[aeiouy]")
_TI = re.compile(
    "(?:ti|tit|p'tit|ptit)-(?!gars|cul|peu|bout|bit|coup|fille|vite|pain|boire|enfant|bébé|cœur|coeur|train)"
)


def est_nommable(mot: Mot) -> bool:
    """Return whether a word without capital can be a name where something announces one."""
    if mot.capitales and mot.bas in indices.SIGLES:
        return False
    if mot.est_commun or "g" in mot.marques:
        nom_de_famille = "n" in mot.marques and not set(mot.marques) & set("vq")
        return mot.neglige and (mot.est_prenom or nom_de_famille) and "o" not in mot.marques
    return bool(mot.marques) or not est_une_coquille(mot.bas)


def graine_minuscule(lecture: Lecture, i: int) -> str:
    """Return the rule for a word without a capital that counts and that no title or kin noun announces."""
    mot = lecture.mots[i]
    if _TI.match(mot.bas) and lecture.bas(i - 1) not in indices.DETERMINANTS:
        return "surnom"
    if mot.est_commun or "g" in mot.marques:
        return _graine_de_mot(lecture, i) if mot.neglige else ""
    if mot.capitales and mot.bas in indices.SIGLES:
        return ""
    connu = _PRENOM_MINUSCULE if mot.est_prenom else _ETRANGER_MINUSCULE if "e" in mot.marques else None
    if connu is not None and len(mot.texte) >= connu:
        return "prenom"
    return _graine_inconnue(lecture, i)


def _graine_inconnue(lecture: Lecture, i: int) -> str:
    """Return the rule for a word that no lexicon knows: initials, a name in capitals, or a name by its place."""
    mot = lecture.mots[i]
    se_dit = _VOYELLE.search(plier(mot.bas)) is not None
    if len(mot.texte) == _INITIALES and not se_dit:
        return _initiales(lecture, i)
    if len(mot.texte) < _PRENOM_MINUSCULE or not se_dit or (not mot.marques and est_une_coquille(mot.bas)):
        return ""
    if mot.capitales:
        return "inconnu" if len(mot.texte) >= _INCONNU_EN_CAPITALES else ""
    return _place_de_nom(lecture, i)


def _initiales(lecture: Lecture, i: int) -> str:
    """Return the rule for two consonants that stand as a person: "jp pis mc m'ont dit"; "vs", "pm" are listed."""
    mot, avant, suite = lecture.mots[i], lecture.voisin(i - 1), lecture.voisin(i + 1)
    if mot.marques or mot.bas in indices.SIGLES or suite is None:
        return ""
    lie = lecture.commence_une_proposition(i) or (avant is not None and avant.bas in indices.RAPPORTS)
    return "initiales" if lie and (lecture.est_suivi_d_un_verbe(i) or suite.bas in ("pis", "et")) else ""


def _place_de_nom(lecture: Lecture, i: int) -> str:
    """Return the rule for an unknown word that stands where a person does: "à bergeron", "zilda m'a dit"."""
    mot, avant = lecture.mots[i], lecture.voisin(i - 1)
    seul = lecture.commence_une_proposition(i) and (lecture.est_suivi_d_un_verbe(i) or lecture.finit_une_proposition(i))
    if avant is None:
        return "sujet" if seul else ""
    if "n" in mot.marques and not avant.marques and len(avant.texte) <= _PRENOM_MINUSCULE:
        return "" if avant.bas in indices.SIGLES else "rapport"
    joint = not lecture.entre(i).strip()
    if joint and avant.bas in indices.RAPPORTS:
        return "rapport"
    participe = "q" in avant.marques
    if seul and (not joint or avant.bas in indices.AMORCES or participe):
        return "sujet"
    return "rapport" if participe and joint and lecture.finit_une_proposition(i) else ""


def _graine_de_mot(lecture: Lecture, i: int) -> str:
    """Return the rule for a common word (ange, jade, rose) in a text without capitals that count."""
    mot, avant = lecture.mots[i], lecture.voisin(i - 1)
    if avant is not None and avant.bas in indices.DETERMINANTS and not lecture.entre(i).strip():
        return ""
    if not mot.est_prenom:
        return "sujet" if _parle(lecture, i) else ""
    if signe(lecture, i):
        return "signature"
    if "o" in mot.marques:
        return ""
    entre_parentheses = lecture.entre(i).endswith("(")
    if lecture.commence_une_proposition(i) and (lecture.est_suivi_d_un_verbe(i) or entre_parentheses):
        return "sujet"
    return "prenom" if _a_un_nom_de_famille(lecture, i) else _complement(lecture, i)


def _complement(lecture: Lecture, i: int) -> str:
    """Return the rule for a first name that is a word after "c'est", "avec", "j'ai vu", without article."""
    mot, avant = lecture.mots[i], lecture.voisin(i - 1)
    if avant is None or lecture.entre(i).strip():
        return ""
    if avant.bas == "cest" or (avant.bas == "est" and lecture.bas(i - 2) == "c"):
        return "" if set(mot.marques) & set("aqv") else "nommer"
    if avant.bas in indices.RAPPORTS:
        nu = not mot.est_un_verbe or lecture.finit_une_proposition(i)
        return "rapport" if nu and not _qualifie(mot) else ""
    objet = "q" in avant.marques and avant.bas not in ("été", "resté", "devenu", "devenue", "restée")
    return "rapport" if objet and not _qualifie(mot) else ""


def _parle(lecture: Lecture, i: int) -> bool:
    """Return whether a noun without article speaks to the author: "pissenlit ma dit"; "docteur ma dit" is a role."""
    mot, suite = lecture.mots[i], lecture.voisin(i + 1)
    if suite is None or suite.bas not in ("ma", "ta", "m", "t", "dit", "disait", "nous", "lui"):
        return False
    nom = "s" in mot.marques and not set(mot.marques) & set("oivqa")
    commun = mot.bas in indices.PERSONNE | indices.PROCHES | indices.TITRES
    return nom and not commun and lecture.commence_une_proposition(i) and lecture.est_suivi_d_un_verbe(i)


def _qualifie(mot: Mot) -> bool:
    """Return whether the word is first an adjective or a participle: "pis constant", "et aimée"."""
    return bool(set(mot.marques) & {"a", "q"}) and "s" not in mot.marques


def _a_un_nom_de_famille(lecture: Lecture, i: int) -> bool:
    """Return whether a surname, or another first name, that is no common word follows the word ``i``."""
    suite = lecture.voisin(i + 1)
    if suite is None or lecture.entre(i + 1) not in (" ", "-"):
        return False
    if suite.est_commun:
        return suite.est_prenom and suite.est_un_verbe is lecture.mots[i].est_un_verbe is True
    return bool(set(suite.marques) & {"n", "p"})
