"""What the whole text says of a word: a name once is a name everywhere, a list of names holds only names."""

from . import indices
from .lecture import Lecture
from .mots import Mot
from .orthographe import est_une_contraction

# Without capitals, a word this short after a name is not its surname.
MOT_COURT = 2
_LIENS = frozenset(["et", "pis", "ou", "ni", "puis", "avec", "and"])
_PASSES = 3
# From this many common words in a row, each with its capital, they are things more than people.
_LISTE_DE_CHOSES = 3

Graines = dict[int, str]
Noms = list[tuple[int, int, int]]


def repeter(lecture: Lecture, graines: Graines, noms: Noms) -> None:
    """Add the other occurrences of the words of the names already found.

    A common word needs its capital, unless the text gave up capitals and no determiner makes it a thing.
    """
    connus = {
        mot.bas
        for debut, fin, i in noms
        if graines[i] != "surnom"
        for mot in lecture.mots[debut : fin + 1]
        if len(mot.texte) > MOT_COURT and (mot.majuscule or mot.neglige or not mot.est_commun)
    }
    surnoms = {lecture.mots[i].bas for _, _, i in noms if graines[i] == "surnom"}
    connus -= indices.PERSONNE | indices.INSTITUTIONS - surnoms | indices.DETERMINANTS
    for i, mot in enumerate(lecture.mots):
        if i in graines or not (lecture.libres[i] or lecture.est_rachetable(i)):
            continue
        if mot.bas in connus:
            nu = mot.neglige and lecture.bas(i - 1) not in indices.DETERMINANTS
            if mot.majuscule or mot.est_inconnu or nu:
                _ajouter(lecture, graines, i, "repetition")
        elif mot.bas in surnoms and mot.majuscule and not mot.capitales:
            _ajouter(lecture, graines, i, "surnom")
        elif _abrege(lecture, i, connus):
            _ajouter(lecture, graines, i, "diminutif")


def oublier_les_listes(lecture: Lecture, graines: Graines) -> None:
    """Forget the common words in a long list of capitals: "Sel, Farine, Levure, Patience" is a recipe."""
    liste: list[int] = []
    for i in [*sorted(i for i, regle in graines.items() if regle == "majuscule"), len(lecture.mots)]:
        if liste and i == liste[-1] + 1 and i < len(lecture.mots) and lecture.entre(i).strip() == ",":
            liste.append(i)
            continue
        if len(liste) >= _LISTE_DE_CHOSES:
            for j in liste:
                del graines[j]
        liste = [i]


def coordonner(lecture: Lecture, graines: Graines, noms: Noms) -> None:
    """Add the capitals that stand in a list beside a name: "Noël, Pâquerette et Avril", "Bine pis Luc"."""
    bornes = {debut: fin for debut, fin, _ in noms} | {fin: debut for debut, fin, _ in noms if debut != fin}
    vus = [(debut, fin) for debut, fin, _ in noms]
    for _ in range(_PASSES):
        nouveaux = []
        for debut, fin in vus:
            for pas, depuis in ((-1, debut), (1, fin)):
                j = _voisin_de_liste(lecture, depuis, pas)
                if j is not None and j not in graines and j not in bornes and _peut_etre_un_nom(lecture, j, pas):
                    _ajouter(lecture, graines, j, "coordination")
                    nouveaux.append((j, j))
        vus = nouveaux


def _voisin_de_liste(lecture: Lecture, i: int, pas: int) -> int | None:
    """Return the word that a comma or a conjunction alone separates from the word ``i``, before or after it."""
    voisin = lecture.voisin(i + pas)
    if voisin is None:
        return None
    signe = lecture.entre(max(i, i + pas))
    if signe.strip() == ",":
        if voisin.bas not in _LIENS:
            return i + pas
    elif signe.strip():
        return None
    if voisin.bas in _LIENS and lecture.voisin(i + 2 * pas) is not None:
        autre = lecture.entre(max(i + pas, i + 2 * pas)).strip()
        return i + 2 * pas if autre in ("", ",") else None
    return None


def _peut_etre_un_nom(lecture: Lecture, j: int, pas: int) -> bool:
    """Return whether a capital of a list can be a name: no tool word, institution or word with a determiner."""
    mot = lecture.mots[j]
    if not mot.majuscule:
        return mot.neglige and _est_hors_du_lexique(mot) and lecture.libres[j]
    if not (lecture.libres[j] or lecture.est_rachetable(j)) or "o" in mot.marques:
        return False
    if mot.bas in indices.PERSONNE | indices.ROLES | indices.SIGLES | indices.SALUTATIONS or mot.capitales:
        return False
    if lecture.bas(j - 1) in indices.DETERMINANTS or (mot.bas in indices.INSTITUTIONS and not mot.est_prenom):
        return False
    if mot.ouvre:
        lien = lecture.bas(j + 1) in _LIENS if pas < 0 else False
        return mot.est_prenom or "n" in mot.marques or (lien and "s" in mot.marques)
    return "g" not in mot.marques


def _est_hors_du_lexique(mot: Mot) -> bool:
    """Return whether a word without capital is known of no language, or as a name only."""
    mot_connu = mot.est_commun or "g" in mot.marques or mot.est_un_mot_anglais
    return not mot_connu and len(mot.texte) > MOT_COURT and not est_une_contraction(mot.bas)


def _abrege(lecture: Lecture, i: int, connus: set[str]) -> bool:
    """Return whether a capital is the beginning of a name known in this text: "Jonathan est tombé. Jo."."""
    mot = lecture.mots[i]
    if mot.capitales or "o" in mot.marques or len(mot.texte) < MOT_COURT:
        return False
    if not mot.majuscule and (mot.marques or not mot.neglige or len(mot.texte) == MOT_COURT):
        return False
    if mot.ouvre and (mot.est_commun or not _est_seul(lecture, i)):
        return False
    return any(len(nom) > len(mot.bas) + 1 and nom.startswith(mot.bas) for nom in connus)


def _est_seul(lecture: Lecture, i: int) -> bool:
    """Return whether the word is a sentence by itself, or a subject."""
    suite = lecture.voisin(i + 1)
    return suite is None or bool(lecture.entre(i + 1).strip()) or lecture.est_suivi_d_un_verbe(i)


def _ajouter(lecture: Lecture, graines: Graines, i: int, regle: str) -> None:
    graines[i] = regle
    lecture.libres[i] = True
