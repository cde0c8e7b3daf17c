"""Does a word start a name? First what announces it, then its capital, then, without capital, what stands around it."""

import re

from . import indices
from .lecture import Lecture
from .lexique import marques
from .majuscules import graine_majuscule
from .metiers import est_un_metier
from .minuscules import est_nommable, graine_minuscule
from .mots import Mot

_ADRESSE = re.compile(r"[ ,]{1,3}")
_ETIQUETTES = frozenset(
    "participant participante auteur auteure contact témoin signataire responsable animation".split()
)
_POSSESSIFS = frozenset("ma mon ta ton sa son notre votre mes nos".split())
# "mesdames et messieurs", "le juge de la Cour", "Maître Justice": what follows is not always somebody.
_TITRES_D_INSTITUTION = frozenset("mesdames messieurs maître agent agente juge doc".split())
_INITIALE = re.compile(r"\.|(?=[\s,;:!?)»]|$)")
# "je m'appelle", "elle s'appelle": whatever follows is a name.
_SE_NOMMER = frozenset(["m", "s", "t"])
# Between "de" and the name that a title announces: "monsieur de la Bruère".
_PARTICULES_APRES_TITRE = 3


def graine(lecture: Lecture, i: int) -> str:
    """Return the rule by which the word ``i`` starts a name, or an empty string."""
    mot = lecture.mots[i]
    if lecture.entre(i).endswith("["):
        return ""  # what somebody has already put in the place of a name
    if mot.bas in indices.MOIS_ET_JOURS and lecture.bas(i - 1) not in indices.TITRES:
        return ""
    if len(mot.texte) == 1:
        return _initiale(lecture, i)
    if annonce := _annonce(lecture, i) or _apostrophe(lecture, i) or _apposition(lecture, i):
        return annonce
    if mot.majuscule:
        return graine_majuscule(lecture, i)
    return graine_minuscule(lecture, i)


def _annonce(lecture: Lecture, i: int) -> str:
    """Return the cue that stands right before the word ``i`` and makes it a name, or an empty string."""
    mot, avant = lecture.mots[i], lecture.bas(i - 1)
    if not avant or mot.ouvre or mot.bas in indices.DETERMINANTS:
        return ""
    a_quelqu_un = mot.majuscule and (avant in indices.TITRES or lecture.bas(i - 2) in _POSSESSIFS)
    se_nomme = lecture.bas(i - 2) in _SE_NOMMER or (avant in indices.NOMMER and avant[:1] in _SE_NOMMER)
    if "g" in mot.marques and not a_quelqu_un and not se_nomme:
        return ""
    if regle := _titre(lecture, i, avant) or _nommer(lecture, i, avant):
        return regle
    if not mot.majuscule and _elide(avant) in indices.PROCHES and est_nommable(mot):
        return "proche"
    proche = avant in indices.PROCHES or (mot.majuscule and avant in indices.TITRES_FAIBLES)
    return _proche(lecture, i) if proche else ""


def _elide(avant: str) -> str:
    """Return a word without the article that was written into it: "lintervenante" is "l'intervenante"."""
    return avant[1:] if avant[:1] in ("l", "d") and "m" not in marques(avant) else ""


def _titre(lecture: Lecture, i: int, avant: str) -> str:
    """Return the rule for the name after a title, particles or not: "Mme Roy", "monsieur de la Bruère"."""
    mot = lecture.mots[i]
    if mot.majuscule and mot.bas in indices.INSTITUTIONS and (avant in _TITRES_D_INSTITUTION or "s" not in mot.marques):
        return ""
    famille = "n" in mot.marques and "o" not in mot.marques and mot.neglige
    prenom = mot.est_prenom and not mot.est_un_verbe
    if avant in indices.TITRES and (mot.majuscule or est_nommable(mot, surement=True) or famille or prenom):
        return "titre"
    if not mot.majuscule:
        elide = avant == "l" and lecture.bas(i - 2) in indices.TITRES and lecture.entre(i) == "'"
        return "titre" if elide and mot.neglige and mot.bas not in indices.PROCHES | indices.TITRES else ""
    institution = mot.bas in indices.INSTITUTIONS | indices.SIGLES
    return "titre" if not institution and _suit_un_titre_et_des_particules(lecture, i) else ""


def _nommer(lecture: Lecture, i: int, avant: str) -> str:
    """Return the rule for the word that a verb gives as a name, or that stands after "chez les"."""
    mot = lecture.mots[i]
    nommable = mot.majuscule or est_nommable(mot, surement=avant in indices.NOMMER)
    if avant in indices.NOMMER and nommable and mot.bas not in indices.PERSONNE:
        return "" if mot.bas in indices.INSTITUTIONS and lecture.bas(i - 2) not in _SE_NOMMER else "nommer"
    if avant == "les" and lecture.bas(i - 2) == "chez" and nommable:
        return "rapport"
    return "nommer" if avant in ("écrit", "ici") and not mot.majuscule and not mot.est_commun else ""


def _suit_un_titre_et_des_particules(lecture: Lecture, i: int) -> bool:
    """Return whether only particles stand between a title and the word ``i``."""
    for recul in range(1, _PARTICULES_APRES_TITRE + 1):
        avant = lecture.bas(i - recul)
        if recul > 1 and avant in indices.TITRES:
            return True
        if avant not in indices.PARTICULES and avant not in indices.PARTICULES_SECONDES:
            return False
    return False


def _proche(lecture: Lecture, i: int) -> str:
    """Return the rule for the word ``i`` placed after a kin or role noun: "ma sœur Clémence", "mon chum djo"."""
    mot = lecture.mots[i]
    if mot.majuscule:
        return "" if mot.bas in indices.INSTITUTIONS or mot.bas in indices.SIGLES else "proche"
    if lecture.entre(i).strip():
        return ""
    determine = bool({lecture.bas(i - 2), lecture.bas(i - 3)} & indices.DETERMINANTS)
    if lecture.bas(i - 2) in _POSSESSIFS and _est_un_surnom_nu(mot):
        return "surnom"
    return "proche" if determine and est_nommable(mot) else ""


def _est_un_surnom_nu(mot: Mot) -> bool:
    """Return whether a noun, that is nothing else, is a nickname right after a relative: "sa blonde doudou"."""
    seulement_nom = "s" in mot.marques and not set(mot.marques) & set("aqvoi")
    autre = mot.bas in indices.ROLES | indices.PERSONNE | indices.MOIS_ET_JOURS | indices.INSTITUTIONS
    return seulement_nom and not autre and not est_un_metier(mot.bas) and not mot.bas.endswith(("s", "x"))


def _apostrophe(lecture: Lecture, i: int) -> str:
    """Return the rule for someone greeted: "Salut Coco", "cher bernard", "MERCI, MARGUERITE"."""
    mot, avant = lecture.mots[i], lecture.voisin(i - 1)
    if avant is None or avant.bas not in indices.SALUTATIONS or not _ADRESSE.fullmatch(lecture.entre(i)):
        return ""
    if mot.bas in indices.INSTITUTIONS or mot.bas in indices.PERSONNE or mot.bas in indices.DETERMINANTS:
        return ""
    prenom = mot.est_prenom and "s" in mot.marques and not set(mot.marques) & set("aov")
    return "salutation" if mot.majuscule or prenom or est_nommable(mot) else ""


def _apposition(lecture: Lecture, i: int) -> str:
    """Return the rule for a name between commas after who it is: "ma blonde, Soleil, dit"."""
    mot, avant = lecture.mots[i], lecture.voisin(i - 1)
    if avant is not None and lecture.entre(i).strip() == ":" and avant.bas in indices.NOMMER | _ETIQUETTES:
        return "nommer" if est_nommable(mot, surement=True) or mot.majuscule else ""
    if avant is None or lecture.entre(i) not in (", ", " (") or avant.bas not in indices.PROCHES:
        return ""
    determine = bool({lecture.bas(i - 2), lecture.bas(i - 3)} & indices.DETERMINANTS)
    ferme = lecture.texte[mot.fin : mot.fin + 1] in (",", ".", ")", "!", "")
    return "proche" if determine and ferme and (mot.majuscule or est_nommable(mot)) else ""


def _initiale(lecture: Lecture, i: int) -> str:
    """Return the rule for one letter after a title or a kin noun: "Mme B.", "mon ami K"."""
    mot, avant = lecture.mots[i], lecture.bas(i - 1)
    if not mot.majuscule or mot.ouvre or not _INITIALE.match(lecture.texte, mot.fin):
        return ""
    proche = avant in indices.PROCHES and lecture.bas(i - 2) in indices.DETERMINANTS
    if avant in indices.RAPPORTS and mot.bas not in ("m", "z", "b"):
        return "initiales"
    return "titre" if proche or avant in indices.TITRES else ""
