"""Capitals: those that no lexicon knows, and common words that something around them makes a name."""

import re

from . import indices
from .lecture import Lecture
from .mots import Mot
from .sujets import est_apostrophe, est_sujet, signe

# In capitals, up to six letters are an acronym, and up to two even when they spell a first name.
_SIGLE_LONG = 6
_SIGLE_COURT = 2
_POSSESSIFS = frozenset(["ma", "mon", "ta", "ton", "sa", "son", "notre", "votre"])
# "Ti-Père", "Tit-Cul", "P'tit-Loup": a nickname wherever it stands, unless the second word is what a child is called.
TI = re.compile(
    "(?:ti|tit|p'tit|ptit)-(?!gars|cul|peu|bout|bit|coup|fille|vite|pain|boire|enfant|bébé|cœur|coeur|train|monde|mot)"
)
# "Pouvez-vous", "Viens-tu".
_INVERSIONS = frozenset("vous tu je il elle on nous ils elles moi toi lui leur le la les en y ce t ti".split())
# "ministère de Justice", "un groupe nommé Espoir": what follows is as well a notion.
_AVANT_UNE_NOTION = frozenset(["de", "d", "en", "contre", "non", "sous", "sur", "entre"])
# A surname does not take the mark of the plural: "les Bolduc", not "les Filles".
_PLURIEL = ("s", "x", "z")


def graine_majuscule(lecture: Lecture, i: int) -> str:
    """Return the rule for a capitalised word that nothing announces."""
    mot = lecture.mots[i]
    if TI.match(mot.bas):
        return "surnom"
    if est_une_institution(lecture, i) or _est_explique(mot):
        return ""
    if "'" in mot.texte:
        return _graine_elidee(mot)
    if mot.capitales and not (mot.est_prenom and len(mot.texte) > _SIGLE_COURT):
        return _graine_sigle(lecture, i)
    return _graine_du_lexique(lecture, i)


def _graine_du_lexique(lecture: Lecture, i: int) -> str:
    """Return the rule that what the lexicon says of a capitalised word calls for."""
    mot = lecture.mots[i]
    if mot.est_inconnu or (mot.anglais and "e" in mot.marques):
        return "prenom" if mot.est_prenom or "e" in mot.marques else "inconnu"
    if "g" in mot.marques and not mot.est_prenom and mot.bas not in indices.INSTITUTIONS:
        return _graine_de_pays(lecture, i)
    return _graine_commune(lecture, i) if mot.est_commun or mot.est_prenom else ""


def _est_explique(mot: Mot) -> bool:
    """Return whether something other than a name gives a word its capital: English, "Tou·te·s", "Pouvez-vous"."""
    anglais = mot.ouvre and mot.est_un_mot_anglais and mot.est_inconnu and not set(mot.marques) & {"e", "p"}
    inversion = "-" in mot.bas and mot.bas.rpartition("-")[2] in _INVERSIONS
    return anglais or inversion or "·" in mot.bas or (mot.anglais and mot.bas in indices.ANGLAIS)


def est_une_institution(lecture: Lecture, i: int) -> bool:
    """Return whether a capital is that of an institution or notion: "la Justice"; "avec Soleil" is a nickname."""
    mot, avant = lecture.mots[i], lecture.bas(i - 1)
    if mot.bas not in indices.INSTITUTIONS or mot.est_prenom:
        return False
    if mot.bas in indices.SANS_ARTICLE or mot.ouvre:
        return not (mot.ouvre and mot.bas not in indices.SANS_ARTICLE and lecture.agit_en_personne(i))
    if (i > 1 and lecture.mots[i - 2].bas in indices.INSTITUTIONS) or re.search(r"[:/\"(«]|- $", lecture.entre(i)):
        return True
    return avant in indices.DETERMINANTS or avant in _AVANT_UNE_NOTION or _suit_une_majuscule(lecture, i)


def _graine_sigle(lecture: Lecture, i: int) -> str:
    """Return the rule for a word in capitals: an acronym has an article, a name or initials have none."""
    mot, avant = lecture.mots[i], lecture.bas(i - 1)
    if not mot.est_inconnu or mot.bas in indices.SIGLES:
        return ""
    if len(mot.texte) > _SIGLE_LONG or set(mot.marques) & {"e", "n"}:
        return "inconnu"
    accompagne = avant in indices.RAPPORTS or avant in indices.SALUTATIONS
    return "initiales" if accompagne or lecture.agit_en_personne(i) else ""


def _graine_de_pays(lecture: Lecture, i: int) -> str:
    """Return the rule for a country or people whose name someone bears (France), or a nickname (le Grec)."""
    mot = lecture.mots[i]
    if lecture.bas(i - 1) in ("le", "la") and lecture.bas(i + 1, joint=False) == "qui":
        return "surnom"
    return "sujet" if "e" in mot.marques and lecture.agit_en_personne(i) else ""


def _graine_elidee(mot: Mot) -> str:
    """Return the rule for L'Écuyer or O'Brien; "L'Hôpital" in head of a sentence is an article and a word."""
    return "inconnu" if not mot.est_commun or (not mot.ouvre and "-" not in mot.texte) else ""


def _graine_commune(lecture: Lecture, i: int) -> str:
    """Return the rule for a capitalised word that is also a common word: Rose, Pierre, Hiver."""
    if signe(lecture, i):
        return "signature"
    if lecture.mots[i].ouvre:
        return "sujet" if est_sujet(lecture, i) else ""
    return _graine_en_milieu(lecture, i)


def _graine_en_milieu(lecture: Lecture, i: int) -> str:
    """Return the rule for a common word with a capital that no sentence explains."""
    mot, avant = lecture.mots[i], lecture.bas(i - 1)
    if mot.bas in indices.TITRES and not mot.est_prenom:
        return ""
    if mot.bas in indices.PERSONNE and not mot.est_prenom:
        return "surnom" if mot.bas in ("mémé", "pépé") and avant not in indices.DETERMINANTS else ""
    cite = "»" in lecture.texte[mot.fin : mot.fin + 3] and "«" in lecture.entre(i)
    if cite or (avant == "les" and not mot.capitales and not mot.bas.endswith(_PLURIEL)):
        return "" if cite else "famille"
    if avant in indices.ARTICLES and not (avant in ("un", "une") and mot.est_prenom):
        return _surnom(lecture, i)
    if mot.est_prenom or avant in _POSSESSIFS:
        return "prenom" if mot.est_prenom else "surnom"
    return "" if _suit_une_majuscule(lecture, i) or _est_isole(lecture, i) else "majuscule"


def _suit_une_majuscule(lecture: Lecture, i: int) -> bool:
    """Return whether a capital that no sentence explains stands right before: the name of a thing, in several words."""
    precedent = lecture.voisin(i - 1)
    if precedent is None or not precedent.majuscule or lecture.entre(i).strip(" -'"):
        return False
    return not precedent.ouvre and precedent.bas not in indices.FAMILIERS


def _est_isole(lecture: Lecture, i: int) -> bool:
    """Return whether a sign or a determiner stands before: a title, a quotation, a brand."""
    mot = lecture.mots[i]
    if re.search(r"[:]", lecture.entre(i)):
        return not ("n" in mot.marques and est_apostrophe(lecture, i))
    return re.search(r"[()\"/]", lecture.entre(i)) is not None or lecture.bas(i - 1) in indices.DETERMINANTS


def _va_avec_quelqu_un(lecture: Lecture, i: int) -> bool:
    """Return whether another capital is joined to it: "La Mouche pis le Gros"."""
    if lecture.bas(i + 1, joint=False) not in ("pis", "et"):
        return False
    return any((mot := lecture.voisin(k)) is not None and mot.majuscule and not mot.ouvre for k in (i + 2, i + 3))


def _surnom(lecture: Lecture, i: int) -> str:
    """Return the rule for a common word with article and capital: "la Puce", "salut la Grande", not "la Loi"."""
    mot, suite = lecture.mots[i], lecture.voisin(i + 1)
    article = lecture.mots[i - 1]
    if mot.capitales or article.bas not in ("la", "le", "l", "au", "du"):
        return ""
    if article.majuscule and article.ouvre:
        personne = lecture.agit_en_personne(i) or _va_avec_quelqu_un(lecture, i)
        return "surnom" if personne and mot.bas not in indices.ROLES else ""
    compose = suite is not None and suite.majuscule and lecture.entre(i + 1) in (" ", "-")
    return "" if compose and not (mot.est_prenom or mot.bas in indices.EPITHETES) else "surnom"
