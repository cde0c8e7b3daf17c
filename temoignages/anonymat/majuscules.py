"""Capitals: those that no lexicon knows, and common words that something around them makes a name."""

import re

from . import indices
from .lecture import Lecture
from .mots import Mot

# In capitals, up to six letters are an acronym, and up to two even when they spell a first name.
_SIGLE_LONG = 6
_SIGLE_COURT = 2
# "Violette, lavande, menthe": after a comma, a list of things goes on with a bare noun.
_ENUMERATION = re.compile(r" ?, (?P<suite>[^\W\d_]+)")
_AUSSI = frozenset(["aussi", "encore", "toujours", "non", "jamais", "surtout", "seul", "seule"])
_POSSESSIFS = frozenset(["ma", "mon", "ta", "ton", "sa", "son", "notre", "votre"])
_FIN_DE_SIGNATURE = re.compile(
    r"(?:(?: (?:d[eu] |l[ae] |d')?[A-ZÀ-ÖØ-Þ][\w.'-]{0,30}){0,3}(?: ?[,(] ?[^\n.!?]{0,60})?)[.\s]{0,5}"
)
_TIRET_DE_SIGNATURE = re.compile(r"(?:^|[\n.!?»]) ?\s?[—–-] ?$")
_LIGNE_DE_SIGNATURE = re.compile(r"[\n.!?»…]\s{0,3}$")


def graine_majuscule(lecture: Lecture, i: int) -> str:
    """Return the rule for a capitalised word that nothing announces."""
    mot = lecture.mots[i]
    if mot.bas in indices.INSTITUTIONS and not mot.est_prenom:
        return ""
    if "'" in mot.texte:
        return _graine_elidee(mot)
    if mot.capitales and not (mot.est_prenom and len(mot.texte) > _SIGLE_COURT):
        return _graine_sigle(lecture, i)
    if mot.est_inconnu:
        return "prenom" if mot.est_prenom or "e" in mot.marques else "inconnu"
    if "g" in mot.marques and not mot.est_prenom:
        return _graine_de_pays(lecture, i)
    return _graine_commune(lecture, i) if mot.est_commun or mot.est_prenom else ""


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
        return "sujet" if _est_sujet(lecture, i) else ""
    return _graine_en_milieu(lecture, i)


def _graine_en_milieu(lecture: Lecture, i: int) -> str:
    """Return the rule for a common word with a capital that no sentence explains."""
    mot, avant = lecture.mots[i], lecture.bas(i - 1)
    if mot.bas in indices.PERSONNE:
        return "surnom" if mot.bas in ("mémé", "pépé") and avant not in indices.DETERMINANTS else ""
    if "»" in lecture.texte[mot.fin : mot.fin + 3] and "«" in lecture.entre(i):
        return ""
    if avant in indices.ARTICLES:
        return _surnom(lecture, i)
    if mot.est_prenom:
        return "prenom"
    if avant in _POSSESSIFS:
        return "surnom"
    precedent = lecture.voisin(i - 1)
    suit_un_nom = (
        precedent is not None and precedent.majuscule and not precedent.ouvre and not lecture.entre(i).strip(" -'")
    )
    isole = re.search(r"[:()\"/]", lecture.entre(i)) or avant in indices.DETERMINANTS
    return "" if isole or suit_un_nom else "majuscule"


def _surnom(lecture: Lecture, i: int) -> str:
    """Return the rule for a common word with article and capital: "la Puce", "salut la Grande", not "la Loi"."""
    mot, suite = lecture.mots[i], lecture.voisin(i + 1)
    article = lecture.mots[i - 1]
    if mot.capitales or article.bas not in ("la", "le", "l", "au", "du") or (article.majuscule and article.ouvre):
        return ""
    compose = suite is not None and suite.majuscule and lecture.entre(i + 1) in (" ", "-")
    return "" if compose and not mot.est_prenom else "surnom"


def _est_sujet(lecture: Lecture, i: int) -> bool:
    """Return whether the word ``i``, which opens a sentence without article, is a person and not a thing."""
    mot, suite = lecture.mots[i], lecture.voisin(i + 1)
    if mot.bas in indices.PERSONNE:
        return False
    espace = lecture.entre(i + 1) if suite is not None else lecture.texte[mot.fin :]
    if suite is not None and espace.strip() == "," and suite.bas in ("lui", "elle", "iel"):
        return True
    if suite is None or espace.strip():
        return mot.est_prenom and _est_apostrophe(lecture, i)
    if not mot.est_prenom:
        nom = "s" in mot.marques and not set(mot.marques) & set("oivq")
        nom = nom or ("n" in mot.marques and not set(mot.marques) & set("ov"))
        return nom and lecture.est_suivi_d_un_verbe(i) and suite.bas not in indices.RAPPORTS - {"a"}
    if suite.bas in ("et", "pis", "ou", "avec"):
        autre = lecture.voisin(i + 2)
        return autre is not None and (autre.majuscule or autre.bas in ("moi", "mon", "ma", "son", "sa", "lui", "elle"))
    return lecture.est_suivi_d_un_verbe(i) or "q" in suite.marques or suite.bas in _AUSSI


def _est_apostrophe(lecture: Lecture, i: int) -> bool:
    """Return whether what follows the first name ``i`` is not a list of things: "Ève, je t'attends", "Rose!"."""
    mot = lecture.mots[i]
    signe_qui_suit = lecture.texte[mot.fin : mot.fin + 2].strip()
    if signe_qui_suit[:1] in ("!", "("):
        return not mot.est_un_verbe or signe_qui_suit[:1] == "("
    enumeration = _ENUMERATION.match(lecture.texte, mot.fin)
    suite = lecture.voisin(i + 1)
    if enumeration is None or suite is None:
        return bool(re.match(r" ?, \d{2} ans", lecture.texte[mot.fin : mot.fin + 10]))
    chose = suite.est_commun and "s" in suite.marques and "o" not in suite.marques
    return not (chose or "i" in suite.marques or "g" in suite.marques)


def signe(lecture: Lecture, i: int) -> bool:
    """Return whether the word ``i`` signs: after a dash, or alone on the last line, or before ", 54 ans"."""
    mot = lecture.mots[i]
    reste = lecture.texte[mot.fin : mot.fin + 120]
    if mot.est_prenom and re.match(r"(?: [A-Z]\.?)? ?[,(] ?\d{2} ans", reste):
        return True
    if mot.bas in indices.PERSONNE or len(lecture.texte) - mot.fin > len(reste):
        return False
    avant = lecture.texte[max(0, mot.debut - 4) : mot.debut]
    if _FIN_DE_SIGNATURE.fullmatch(reste) is None:
        return False
    if _TIRET_DE_SIGNATURE.search(avant):
        return True
    if not mot.est_prenom or i == 0 or _LIGNE_DE_SIGNATURE.search(avant) is None:
        return False
    return "\n" in avant or not mot.est_un_verbe
