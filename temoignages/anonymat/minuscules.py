"""Names without capital, or in a text where capitals say nothing: what stands around them betrays them."""

import re

from . import indices
from .lecture import Lecture
from .majuscules import TI
from .mots import Mot
from .normalisation import plier
from .orthographe import est_une_coquille
from .permis import mots_publics
from .sujets import signe

# Shorter, a first name without capital is more often a typing mistake.
_PRENOM_MINUSCULE = 3
_ETRANGER_MINUSCULE = 4
_INCONNU_EN_CAPITALES = 4
_INCONNU_MINUSCULE = 4
_INITIALES = 2
# Endings of French words, and of the common names of drugs: an unknown word that has one may well be a word.
_FORME_DE_MOT = re.compile(
    r"(?:ai[st]|aient|i?ons|[ei]r|é[es]?|ées|e?ments?|[ts]ions?|[ae]nces?|eu[rsx]e?s?|euses?|[ai]bles?|ismes?|istes?"
    r"|ages?"
    r"|iques?|i[eè]re?s?|ités?|oire?s?|ives?|ants?|antes?|ateurs?|logies?|ag[eé]|iss[ea]nt"
    r"|[aeio]pine|azépam|azepam|étine|etine|pram|idone|azole|zine|ptyline|zolam|barbital|axine|aline|ium|ol|cine|mine)$"
)
_VOYELLE = re.compile("[aeiouy]")
# "c pierre qui ma aidé", "ya pierre aussi": what shows somebody.
_MONTRE = frozenset("cest c'est c ct ctait c'était cétait cetait était etait ya y'a yavait jaime bisous becs".split())
# No finite verb stands after these: "avec rose" is somebody, "et rose" may be a verb.
_AVANT_QUELQU_UN = frozenset(["à", "avec", "sans", "pour", "chez", "envers", "vers", "par", "contre"])
# What one does to people only.
_ENVERS_QUELQU_UN = frozenset(
    "remercier remercie remerciais remercié saluer salue embrasser embrasse texter texté texte".split()
)
_RENCONTRER = frozenset("rencontré rencontrer rencontre connu connais croisé croiser revu rencontrée".split())
_APPEL = frozenset(["si", "tu", "je", "j", "t"])
_GENS = frozenset(
    "fille fils mère père mere pere blonde chum soeur sœur frère frere femme mari maison char gang mort".split()
)


def est_nommable(mot: Mot, surement: bool = False) -> bool:
    """Return whether a word without capital can be a name where something announces one.

    ``surement``: where nothing but a name can stand, even one that looks like a word misspelt.
    """
    if mot.capitales and mot.bas in indices.SIGLES:
        return False
    if mot.est_commun or "g" in mot.marques:
        nom_de_famille = "n" in mot.marques and not set(mot.marques) & set("vq")
        return mot.neglige and (mot.est_prenom or nom_de_famille) and "o" not in mot.marques
    return bool(mot.marques) or surement or not est_une_coquille(mot.bas)


def graine_minuscule(lecture: Lecture, i: int) -> str:
    """Return the rule for a word without a capital that counts and that no title or kin noun announces."""
    mot = lecture.mots[i]
    if TI.match(mot.bas) and lecture.bas(i - 1) not in indices.DETERMINANTS:
        return "surnom"
    if mot.est_commun or "g" in mot.marques:
        return _graine_de_mot(lecture, i) if mot.neglige else ""
    if _est_un_mot_malgre_tout(lecture, i):
        return ""
    connu = _PRENOM_MINUSCULE if mot.est_prenom else _ETRANGER_MINUSCULE if "e" in mot.marques else None
    if connu is not None and len(mot.texte) >= connu:
        return "prenom"
    return _graine_inconnue(lecture, i)


def _est_un_mot_malgre_tout(lecture: Lecture, i: int) -> bool:
    """Return whether a word that is not common is an acronym, a word of English, or a rare noun: "une charlotte"."""
    mot = lecture.mots[i]
    anglais = mot.est_un_mot_anglais and (mot.anglais or not mot.est_prenom)
    nom_rare = "r" in mot.marques and lecture.bas(i - 1) in indices.DETERMINANTS
    return anglais or nom_rare or (mot.capitales and mot.bas in indices.SIGLES)


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
    return _place_de_nom(lecture, i) or ("inconnu-minuscule" if _est_etranger(mot) else "")


def _est_etranger(mot: Mot) -> bool:
    """Return whether a word without capital is of no language known here: neither spoken French, nor English."""
    if len(mot.texte) < _INCONNU_MINUSCULE or not mot.texte.isalpha() or plier(mot.bas) in mots_publics():
        return False
    return _FORME_DE_MOT.search(mot.bas) is None


def _initiales(lecture: Lecture, i: int) -> str:
    """Return the rule for two consonants that stand as a person: "jp pis mc m'ont dit"; "vs", "pm" are listed."""
    mot, avant, suite = lecture.mots[i], lecture.voisin(i - 1), lecture.voisin(i + 1)
    if mot.marques or mot.bas in indices.SIGLES or suite is None:
        return ""
    if avant is not None and avant.bas in ("a", "à", "avec", "chez", "sans", "pour") and not lecture.entre(i).strip():
        return "initiales"
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
        return "sujet" if _parle(lecture, i) else "surnom" if _est_rencontre(lecture, i) else ""
    if lecture.bas(i - 1) in _ENVERS_QUELQU_UN or _suit_une_epithete(lecture, i) or _est_montre(lecture, i):
        return "nommer"
    if "o" in mot.marques or signe(lecture, i):
        return "signature" if signe(lecture, i) else ""
    return _graine_en_tete(lecture, i) or ("prenom" if _a_un_nom_de_famille(lecture, i) else _complement(lecture, i))


def _graine_en_tete(lecture: Lecture, i: int) -> str:
    """Return the rule for a first name that is a word and opens a clause: called upon, or followed by a verb."""
    if not lecture.commence_une_proposition(i):
        return ""
    if lecture.bas(i + 1) in _APPEL and lecture.mots[i].bas not in indices.NOTIONS:
        return "salutation"
    return "sujet" if lecture.est_suivi_d_un_verbe(i) or lecture.entre(i).endswith("(") else ""


def _suit_une_epithete(lecture: Lecture, i: int) -> bool:
    """Return whether "le gros", "la petite" stands before and a human verb after: "le gros pierre criait"."""
    if lecture.bas(i - 1) not in indices.EPITHETES:
        return False
    if lecture.bas(i - 2) in ("ma", "mon", "ta", "ton", "notre"):
        return "a" not in lecture.mots[i].marques
    return lecture.bas(i - 2) in ("le", "la") and lecture.agit_en_personne(i)


def _est_rencontre(lecture: Lecture, i: int) -> bool:
    """Return whether a bare noun is somebody one has met: "jai rencontré biscuit"."""
    mot = lecture.mots[i]
    nom = "s" in mot.marques and not set(mot.marques) & set("oivqa")
    return nom and lecture.bas(i - 1) in _RENCONTRER and mot.bas not in indices.INSTITUTIONS


def _est_montre(lecture: Lecture, i: int) -> bool:
    """Return whether a first name that is a word stands, bare, where somebody is shown, loved or belongs.

    "c pierre qui ma aidé", "moi pis rose", "rose pis moi", "la fille de rose", "je mennuie de rose".
    """
    mot, avant, suite = lecture.mots[i], lecture.bas(i - 1), lecture.bas(i + 1, joint=False)
    if set(mot.marques) & {"o", "i"} or mot.bas in indices.NOTIONS:
        return False
    if avant in _MONTRE:
        return suite == "qui" or not set(mot.marques) & {"a", "q"}
    if avant == "toi" or (avant in ("pis", "et") and lecture.bas(i - 2) in ("moi", "toi", "lui")):
        return True
    if suite in ("pis", "et") and lecture.bas(i + 2, joint=False) in ("moi", "toi", "sa", "son"):
        return not avant or avant in indices.AMORCES
    if avant in ("de", "a", "à", "d"):
        lie = lecture.bas(i - 2)
        return lie in _GENS or lie.endswith(("ennuie", "ennuyais", "parle", "parlé")) or lie in indices.PROCHES
    return False


def _complement(lecture: Lecture, i: int) -> str:
    """Return the rule for a first name that is a word after "c'est", "avec", "j'ai vu", without article."""
    mot, avant = lecture.mots[i], lecture.voisin(i - 1)
    if avant is None or lecture.entre(i).strip():
        return ""
    if avant.bas == "cest" or (avant.bas == "est" and lecture.bas(i - 2) == "c"):
        return "" if set(mot.marques) & set("aqv") else "nommer"
    if avant.bas in indices.RAPPORTS:
        nu = not mot.est_un_verbe or lecture.finit_une_proposition(i) or avant.bas in _AVANT_QUELQU_UN
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
