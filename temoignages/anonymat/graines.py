"""Does a word start a name? Capitals that no lexicon knows, and common words that something around them betrays."""

import re

from . import indices
from .lecture import Lecture
from .mots import Mot

# In capitals, up to six letters are an acronym, and up to three even when they spell a first name.
_SIGLE_LONG = 6
_SIGLE_COURT = 3
# Shorter, a first name without capital is more often a typing mistake.
_PRENOM_MINUSCULE = 3
# "Rose, 54 ans", "Ève, je t'attends", "Jean, lui": after a comma, what only a person can be given.
_APOSTROPHE_OU_AGE = re.compile(r" ?, (?:\d{2} ans|je t|tu |t'|c'est|si tu|lui|elle|iel|mon |ma |notre )")
_FIN_DE_SIGNATURE = re.compile(r"(?: [A-ZÀ-ÖØ-Þ][\w.'-]{0,30}){0,3}(?:, [^\n]{0,60})?\s{0,5}")
_SIGNATURE = re.compile(r"(?:^|[\n.!?»]) ?\s?[—–-] ?$")


def graine(lecture: Lecture, i: int) -> str:
    """Return the rule by which the word ``i`` starts a name, or an empty string."""
    mot = lecture.mots[i]
    if mot.bas in indices.MOIS_ET_JOURS and lecture.bas(i - 1) not in indices.TITRES:
        return ""
    if annonce := _annonce(lecture, i):
        return annonce
    if mot.majuscule:
        return _graine_majuscule(lecture, i)
    return _graine_minuscule(lecture, i)


def _annonce(lecture: Lecture, i: int) -> str:
    """Return the cue that stands right before the word ``i`` and makes it a name, or an empty string."""
    mot = lecture.mots[i]
    avant = lecture.bas(i - 1)
    nommable = mot.majuscule or mot.marques == "" or not mot.est_commun
    if not avant or mot.ouvre or len(mot.texte) == 1 or mot.bas in indices.DETERMINANTS or "g" in mot.marques:
        return ""
    institution = mot.bas in indices.INSTITUTIONS
    if avant in indices.TITRES and (nommable or (mot.est_prenom and "v" not in mot.marques)):
        return "" if mot.majuscule and institution else "titre"
    if avant in indices.NOMMER and nommable and not institution and mot.bas not in indices.PERSONNE:
        return "nommer"
    if avant in indices.PROCHES or (mot.majuscule and avant in indices.TITRES_FAIBLES):
        return _proche(lecture, i)
    return "nommer" if avant in ("écrit", "ici") and not mot.majuscule and not mot.est_commun else ""


def _proche(lecture: Lecture, i: int) -> str:
    """Return the rule for the word ``i`` placed after a kin or role noun: "ma sœur Clémence", "mon chum djo"."""
    mot = lecture.mots[i]
    if mot.majuscule:
        nom = mot.bas not in indices.INSTITUTIONS and not (mot.capitales and mot.est_inconnu)
    else:
        nom = not mot.marques and lecture.bas(i - 2) in indices.DETERMINANTS
    return "proche" if nom else ""


def _graine_majuscule(lecture: Lecture, i: int) -> str:
    """Return the rule for a capitalised word that nothing announces."""
    mot = lecture.mots[i]
    if len(mot.texte) == 1 or mot.bas in indices.INSTITUTIONS:
        return ""
    if "'" in mot.texte:
        return _graine_elidee(mot)
    if mot.capitales and not (mot.est_prenom and len(mot.texte) > _SIGLE_COURT):
        return "inconnu" if mot.est_inconnu and len(mot.texte) > _SIGLE_LONG else ""
    if mot.est_inconnu:
        return "prenom" if mot.est_prenom or "e" in mot.marques else "inconnu"
    return _graine_commune(lecture, i) if mot.est_commun or mot.est_prenom else ""


def _graine_commune(lecture: Lecture, i: int) -> str:
    """Return the rule for a capitalised word that is also a common word: Rose, Pierre, Hiver."""
    if _signe(lecture, i):
        return "signature"
    if lecture.mots[i].ouvre:
        return "sujet" if _est_sujet(lecture, i) else ""
    return _graine_en_milieu(lecture, i)


def _graine_elidee(mot: Mot) -> str:
    """Return the rule for L'Écuyer or O'Brien; "L'Hôpital" in head of a sentence is an article and a word."""
    return "inconnu" if not mot.est_commun or (not mot.ouvre and "-" not in mot.texte) else ""


def _graine_en_milieu(lecture: Lecture, i: int) -> str:
    """Return the rule for a common word with a capital that no sentence explains."""
    mot = lecture.mots[i]
    avant = lecture.bas(i - 1)
    if mot.bas in indices.PERSONNE:
        return ""
    if "»" in lecture.texte[mot.fin : mot.fin + 3] and "«" in lecture.entre(i):
        return ""
    if avant in indices.ARTICLES:
        seul = lecture.bas(i + 1, joint=False) == "qui" or lecture.est_suivi_d_un_verbe(i)
        return "surnom" if seul and not mot.capitales and "'" not in lecture.entre(i) else ""
    if mot.est_prenom:
        return "prenom" if ":" not in lecture.entre(i) or _est_sujet(lecture, i) else ""
    precedent = lecture.voisin(i - 1)
    suit_un_nom = precedent is not None and precedent.majuscule and not precedent.ouvre
    isole = re.search(r"[:()\"/]", lecture.entre(i)) or avant in indices.DETERMINANTS
    return "" if isole or suit_un_nom else "majuscule"


def _est_sujet(lecture: Lecture, i: int) -> bool:
    """Return whether the word ``i``, without article, is followed by its verb; only nouns that can be names may be."""
    mot, suite = lecture.mots[i], lecture.voisin(i + 1)
    if suite is None or mot.bas in indices.PERSONNE:
        return False
    espace = lecture.entre(i + 1)
    if "," in espace:
        return mot.est_prenom and _APOSTROPHE_OU_AGE.match(lecture.texte, mot.fin) is not None
    if espace.strip():
        return False
    if not mot.est_prenom:
        return suite.bas in ("m", "t") and "v" not in mot.marques and lecture.texte[suite.fin : suite.fin + 1] == "'"
    if suite.bas in ("et", "pis"):
        autre = lecture.voisin(i + 2)
        return autre is not None and autre.majuscule
    # "Aimée est venue" is somebody, "Aime ton prochain" is not: a verb form needs to be a well-known name as well.
    return lecture.est_suivi_d_un_verbe(i) and ("v" not in mot.marques or mot.bas in ("rose", "pierre"))


def _signe(lecture: Lecture, i: int) -> bool:
    """Return whether the word ``i`` follows a signature dash near the end, or opens ", 54 ans" after a full stop."""
    mot = lecture.mots[i]
    avant = lecture.texte[max(0, mot.debut - 4) : mot.debut]
    reste = lecture.texte[mot.fin : mot.fin + 100]
    if mot.est_prenom and re.match(r"(?: [A-Z]\.?)?, \d{2} ans", reste):
        return True
    return _SIGNATURE.search(avant) is not None and _FIN_DE_SIGNATURE.fullmatch(reste) is not None


def _graine_minuscule(lecture: Lecture, i: int) -> str:
    """Return the rule for a word without capital: only first names that are not also words, or cues."""
    mot = lecture.mots[i]
    if mot.capitales and mot.est_prenom and lecture.bas(i - 1) not in indices.DETERMINANTS:
        return "sujet" if mot.est_inconnu or lecture.est_suivi_d_un_verbe(i) else ""
    if mot.est_prenom and mot.est_inconnu and len(mot.texte) >= _PRENOM_MINUSCULE:
        return "prenom"
    if mot.est_prenom and "v" not in mot.marques and lecture.bas(i - 1) in indices.PROCHES and lecture.sans_capitale:
        return "proche" if lecture.est_suivi_d_un_verbe(i) else ""
    return ""
