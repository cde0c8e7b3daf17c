"""Who does, who is called, who signs: what makes a name of a common word that opens or ends a sentence."""

import re

from . import indices
from .document import MOT_COURT
from .lecture import Lecture
from .metiers import est_un_metier
from .mots import Mot

# "Violette, lavande, menthe": after a comma, a list of things goes on with a bare noun.
_ENUMERATION = re.compile(r" ?, (?P<suite>[^\W\d_]+)")
_AUSSI = frozenset(["aussi", "encore", "toujours", "non", "jamais", "surtout", "seul", "seule", "qui", "que", "pas"])
_FIN_DE_SIGNATURE = re.compile(
    r"(?:(?: (?:d[eu] |l[ae] |d')?[A-ZÀ-ÖØ-Þ][\w.'-]{0,30}){0,3}(?: ?[,(] ?[^\n.!?]{0,60})?)[.\s]{0,5}"
)
_TIRET_DE_SIGNATURE = re.compile(r"(?:^|[\n.!?»]) ?\s?[—–-] ?$")
_LIGNE_DE_SIGNATURE = re.compile(r"[\n.!?»…]\s{0,3}$")
# "Brume, sa petite, dort": somebody's, between commas.
_APPOSITION = re.compile(
    r" ?, (?:sa|son|ma|mon|notre|leur) [^\W\d_]{3,20}(?: [^\W\d_]{3,20})?, "
    r"(?!(?:mon|ma|mes|sa|son|l[ea]s?|un|une|des) )"
)
_APPEL = re.compile(r" ?, (?:si tu|je t'|t'es|tu es|tu me) ?")
_AGE = re.compile(r" ?[,(] ?(?:\d{1,3}|(?:vingt|trente|quarante|cinquante|soixante|quatre-vingt)[a-z-]{0,20}) ans\b")
# Who speaks to somebody says you, and I.
_TU = frozenset(["tu", "si", "t", "vous", "je", "j", "ton", "ta", "tes", "merci", "viens", "reviens"])
_QUELQU_UN = frozenset(["quelqu", "lui", "elle", "clown", "mascotte", "vedette", "ange", "idole", "reine", "roi"])
_EN_APPOSITION = frozenset(["un", "une", "ma", "mon", "ta", "ton", "sa", "son", "notre", "le", "la", "l", "c", "cest"])


def est_sujet(lecture: Lecture, i: int) -> bool:
    """Return whether the word ``i``, which opens a sentence without article, is a person and not a thing."""
    mot, suite = lecture.mots[i], lecture.voisin(i + 1)
    if mot.bas in indices.PERSONNE or mot.bas in indices.ROLES or mot.bas in indices.AMORCES:
        return False
    if _est_designe(lecture, i):
        return True
    espace = lecture.entre(i + 1) if suite is not None else lecture.texte[mot.fin :]
    if suite is None or espace.strip():
        appele = mot.bas not in indices.NOTIONS or (espace.strip() == "," and suite is not None and suite.bas in _TU)
        return mot.est_prenom and appele and est_apostrophe(lecture, i)
    return _est_un_prenom_suivi(lecture, i) if mot.est_prenom else _est_un_nom_qui_agit(lecture, i)


def _est_designe(lecture: Lecture, i: int) -> bool:
    """Return whether what follows the comma says who the word is, or speaks to somebody."""
    mot, suite = lecture.mots[i], lecture.voisin(i + 1)
    if suite is None or not lecture.entre(i + 1).strip(" "):
        return False
    nom = not set(mot.marques) & set("oi")
    if lecture.entre(i + 1).strip() == "," and (suite.bas in ("lui", "elle", "iel") or _est_presente(lecture, i)):
        return mot.est_prenom or suite.bas in ("lui", "elle", "iel") or (nom and "q" not in mot.marques)
    if _APPEL.match(lecture.texte, mot.fin) and "s" in mot.marques:
        return nom and (mot.est_prenom or mot.bas not in indices.INSTITUTIONS)
    return nom and any(forme.match(lecture.texte, mot.fin) for forme in (_APPOSITION, _AGE))


def _est_un_prenom_suivi(lecture: Lecture, i: int) -> bool:
    """Return whether what follows a first name that opens a sentence, with no sign between, is what people do."""
    mot, suite, apres = lecture.mots[i], lecture.mots[i + 1], lecture.voisin(i + 2)
    if suite.bas in ("et", "pis", "ou", "avec"):
        proche = ("moi", "mon", "ma", "son", "sa", "lui", "elle")
        return apres is not None and (apres.majuscule or apres.bas in proche)
    if suite.bas in ("le", "la", "l", "mon", "ma", "notre") and mot.bas not in indices.NOTIONS:
        return lecture.est_suivi_d_un_verbe(i) or (apres is not None and apres.bas in indices.PROCHES)
    if suite.bas in ("de", "du", "des"):
        return apres is not None and apres.bas in ("la", "l") and not mot.est_un_verbe and "a" not in mot.marques
    return lecture.est_suivi_d_un_verbe(i) or "q" in suite.marques or suite.bas in _AUSSI


def _est_un_nom_qui_agit(lecture: Lecture, i: int) -> bool:
    """Return whether a word that is no first name opens a sentence without article and acts: "Bine m'a aidée"."""
    mot, suite, apres = lecture.mots[i], lecture.mots[i + 1], lecture.voisin(i + 2)
    if set(mot.marques) & set("oi") or "-" in mot.bas or suite.bas in indices.RAPPORTS - {"a"}:
        return False
    if set(mot.marques) & set("vqa") and not ("n" in mot.marques and "v" not in mot.marques):
        # A verb or an adjective may open a sentence: only what no imperative has behind it makes a name of it.
        pronom = suite.bas in ("m", "m'a", "nous", "lui", "n", "ne", "se", "s") and apres is not None
        if pronom and apres is not None:
            return "v" in apres.marques and not set(apres.marques) & {"i", "q"} and apres.bas not in ("en", "y")
        return suite.bas in indices.HUMAINS and not set(suite.marques) & {"s", "a", "o"}
    return lecture.est_suivi_d_un_verbe(i)


def _est_presente(lecture: Lecture, i: int) -> bool:
    """Return whether what stands after the comma says who the word is: "Bine, c'est mon voisin", "Rose, ma sœur,"."""
    suivants = [lecture.bas(k, joint=False) for k in range(i + 1, i + 5)]
    if suivants[0] not in _EN_APPOSITION:
        return False
    return any(mot in indices.PROCHES or mot in _QUELQU_UN or est_un_metier(mot) for mot in suivants)


def est_apostrophe(lecture: Lecture, i: int) -> bool:
    """Return whether what follows the first name ``i`` is not a list of things: "Ève, je t'attends", "Rose!"."""
    mot = lecture.mots[i]
    signe_qui_suit = lecture.texte[mot.fin : mot.fin + 2].strip()
    if signe_qui_suit[:1] in ("!", "(", "?", ":"):
        return not mot.est_un_verbe or signe_qui_suit[:1] in "(?:"
    enumeration = _ENUMERATION.match(lecture.texte, mot.fin)
    suite = lecture.voisin(i + 1)
    if enumeration is None or suite is None:
        return bool(re.match(r" ?, \d{2} ans", lecture.texte[mot.fin : mot.fin + 10]))
    return not _est_une_chose(suite)


def _est_une_chose(suite: Mot) -> bool:
    """Return whether the word after a comma goes on with a list of things, qualities or countries."""
    if suite.majuscule:
        return "g" in suite.marques and not suite.est_prenom
    # A short word after a comma is a tool, whatever the dictionary makes of it.
    if len(suite.texte) <= MOT_COURT or suite.bas in indices.DETERMINANTS | indices.PERSONNE:
        return False
    chose = suite.est_commun and "s" in suite.marques and "o" not in suite.marques
    return chose or bool(set(suite.marques) & {"i", "g", "a", "q"} and "o" not in suite.marques)


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
