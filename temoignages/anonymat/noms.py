"""Names of people: capitals that no lexicon knows, and common words that something around them makes a name.

Each word is asked whether it starts a name (``graines.graine``), and by which rule; then the name grows over the
words that belong to it (``_etendre``): surname, particle, initial.
"""

import re
from collections.abc import Iterator, Sequence

from . import indices
from .constats import Constat
from .document import MOT_COURT, coordonner, oublier_les_listes, repeter
from .formes import chercher_formes
from .graines import graine
from .lecture import Lecture
from .mots import Mot, decouper
from .orthographe import est_une_contraction
from .raisons import RAISONS
from .suggestions import personne

# What may stand between two words of one name.
_COLLE = re.compile(r" {1,2}|-|'|\. ?|\.? ?-")
_ARTICLE_ELIDE = 2
# "la Puce", "la grande Lulu": the article is part of what one is called.
_ARTICLES_DE_SURNOM = frozenset(["la", "le", "les", "l", "el"])
_DEVANT_UN_SURNOM = _ARTICLES_DE_SURNOM | {"ti"}


def chercher_noms(
    texte: str, prises: Sequence[tuple[int, int]], rachetables: frozenset[int] = frozenset()
) -> Iterator[Constat]:
    """Yield the names of a normalised text outside the passages ``prises`` (sorted), already explained or allowed.

    ``rachetables`` is where those of one word start that the rest of the text may show to be somebody after all.
    """
    mots = decouper(texte)
    lecture = Lecture(texte, mots, _libres(mots, prises), rachetables)
    graines = {i: regle for i in range(len(mots)) if lecture.libres[i] and (regle := graine(lecture, i))}
    oublier_les_listes(lecture, graines)
    coordonner(lecture, graines, _noms(lecture, graines))
    repeter(lecture, graines, _noms(lecture, graines))
    for debut, fin, i in _noms(lecture, graines):
        yield _constat(lecture, debut, fin, graines[i])
    yield from chercher_formes(texte)


def _noms(lecture: Lecture, graines: dict[int, str]) -> list[tuple[int, int, int]]:
    """Return the first and last word of each name, with the word that it grew from."""
    noms: list[tuple[int, int, int]] = []
    fait = -1
    for i in sorted(graines):
        if i > fait:
            debut, fait = _etendre(lecture, i, graines, fait)
            noms.append((debut, fait, i))
    return noms


def _libres(mots: list[Mot], prises: Sequence[tuple[int, int]]) -> list[bool]:
    """Return for each word whether it starts outside every taken passage; both lists are sorted, one pass.

    A passage that starts inside a word (Thérèse-de-l'Enfant-Jésus) does not take it, one after its article does.
    """
    libres: list[bool] = []
    rang, borne = 0, 0
    for mot in mots:
        debut = mot.debut + (_ARTICLE_ELIDE if mot.texte[1:2] == "'" else 0)
        while rang < len(prises) and prises[rang][0] <= debut:
            borne = max(borne, prises[rang][1])
            rang += 1
        libres.append(debut >= borne)
    return libres


def _etendre(lecture: Lecture, i: int, graines: dict[int, str], borne: int) -> tuple[int, int]:
    """Return the first and last word of the name that grows from ``i`` without touching a word up to ``borne``."""
    debut = i
    while debut - 1 > borne and _continue_a_gauche(lecture, debut - 1, graines[i]):
        debut -= 1
    fin = i
    while fin + 1 < len(lecture.mots):
        saut = _pas(lecture, fin, graines)
        if not saut:
            break
        fin += saut
    return debut, fin


def _continue_a_gauche(lecture: Lecture, i: int, regle: str) -> bool:
    """Return whether the word ``i`` belongs to the name that starts right after it."""
    mot = lecture.mots[i]
    if not lecture.libres[i]:
        return False
    if len(mot.texte) == 1 and mot.texte.isupper() and mot.bas != "m" and re.fullmatch(r"\. ?", lecture.entre(i + 1)):
        return True
    if not re.fullmatch(r" {1,2}|' ?", lecture.entre(i + 1)):
        return False
    if regle == "titre" and not mot.majuscule and not mot.est_prenom:
        return mot.bas in indices.PARTICULES or mot.bas in indices.PARTICULES_SECONDES
    if mot.bas in _ARTICLES_DE_SURNOM or (regle == "surnom" and not mot.majuscule):
        suite = lecture.mots[i + 1]
        appele = suite.majuscule or suite.bas in indices.EPITHETES
        return mot.bas in _DEVANT_UN_SURNOM if regle == "surnom" else appele and mot.bas in ("la", "le", "el")
    return _majuscule_a_gauche(lecture, i) if mot.majuscule else _minuscule_a_gauche(lecture, i)


def _majuscule_a_gauche(lecture: Lecture, i: int) -> bool:
    """Return whether a capital goes with the name after it: a first name, "Mononc", a word that no article explains."""
    mot = lecture.mots[i]
    if mot.bas in indices.FAMILIERS or mot.bas in indices.EPITHETES:
        return True
    if mot.bas in indices.SALUTATIONS:
        return False
    chose = mot.ouvre and "s" in mot.marques and not set(mot.marques) & set("voi")
    du_nom = mot.est_prenom or chose or not (mot.ouvre or mot.est_commun)
    sans_article = not mot.ouvre and i > 0 and lecture.mots[i - 1].bas not in indices.DETERMINANTS
    return (du_nom or (sans_article and mot.bas not in indices.PERSONNE)) and mot.bas not in indices.TITRES


def _minuscule_a_gauche(lecture: Lecture, i: int) -> bool:
    """Return whether a word without capital goes with the name after it: "la grosse Berthe", "jf roy", "marie eve"."""
    mot, suite = lecture.mots[i], lecture.mots[i + 1]
    if mot.bas in indices.EPITHETES:
        return i > 0 and lecture.mots[i - 1].bas in ("le", "la") and lecture.libres[i - 1]
    if suite.majuscule or mot.bas in indices.DETERMINANTS:
        return mot.bas in ("le", "la") and suite.bas in indices.EPITHETES
    initiales = len(mot.texte) <= MOT_COURT and not mot.marques and mot.bas not in indices.SIGLES
    return (mot.est_prenom and not mot.est_un_verbe) or (initiales and "n" in suite.marques)


def _pas(lecture: Lecture, i: int, graines: dict[int, str]) -> int:
    """Return how many words after ``i`` still belong to the name (0 when it ends)."""
    mot, suite, espace = lecture.mots[i], lecture.mots[i + 1], lecture.entre(i + 1)
    if not lecture.libres[i + 1] or _est_initiale_de_famille(lecture, i):
        return int(lecture.libres[i + 1])
    if not _COLLE.fullmatch(espace) or (espace.startswith(".") and len(mot.texte) > 1):
        return 1 if _inverse(lecture, i) else 0
    if suite.majuscule:
        return 1 if _est_suite_de_nom(suite) else 0
    du_nom = i + 1 in graines or ("n" in suite.marques and not suite.est_commun)
    inconnu = not suite.marques and not mot.majuscule and len(suite.texte) > MOT_COURT
    if du_nom or (inconnu and not est_une_contraction(suite.bas)):
        return 1
    if not mot.majuscule and _est_suite_sans_capitale(mot, suite):
        return 1
    return _pas_de_particule(lecture, i)


def _est_initiale_de_famille(lecture: Lecture, i: int) -> bool:
    """Return whether one letter and a full stop follow a first name without capital: "annie p."."""
    suite = lecture.mots[i + 1]
    seule = len(suite.texte) == 1 and lecture.texte[suite.fin : suite.fin + 1] == "." and lecture.entre(i + 1) == " "
    return seule and not lecture.mots[i].majuscule and suite.bas not in ("à", "y")


def _est_suite_de_nom(mot: Mot) -> bool:
    """Return whether a capitalised word right after a name is part of it: no institution, acronym or pronoun."""
    if mot.bas in indices.INSTITUTIONS and not mot.est_prenom:
        return False
    sigle = mot.capitales and mot.est_inconnu and not set(mot.marques) & {"n", "p", "e"}
    return mot.bas not in indices.PERSONNE and not sigle


def _est_suite_sans_capitale(mot: Mot, suite: Mot) -> bool:
    """Return whether a common word goes on with a name in lower case: "anne marie", "fernande boucher"."""
    traits = set(suite.marques)
    if mot.est_prenom and suite.est_prenom:
        return not traits & {"a", "o"}
    return "n" in traits and not traits & {"v", "o", "q"} and (mot.est_prenom or mot.est_inconnu)


def _pas_de_particule(lecture: Lecture, i: int) -> int:
    """Return how many words a particle and the capital after it (de la Bruère, van den Berg) add to the name."""
    particules = indices.PARTICULES
    for portee in (1, 2, 3):
        suite = lecture.voisin(i + portee)
        if suite is None or not lecture.libres[i + portee] or not re.fullmatch(r" |'|-", lecture.entre(i + portee)):
            return 0
        if portee > 1 and suite.majuscule:
            return portee
        if suite.bas not in particules:
            return 0
        particules = indices.PARTICULES_SECONDES
    return 0


def _inverse(lecture: Lecture, i: int) -> bool:
    """Return whether a list of "Nom, Prénom" stands here, between quotation marks."""
    if not re.fullmatch(r" ?, ", lecture.entre(i + 1)):
        return False
    apres = lecture.mots[i + 1]
    avant = lecture.texte[max(0, lecture.mots[i].debut - 2) : lecture.mots[i].debut]
    return apres.majuscule and "«" in avant and "»" in lecture.texte[apres.fin : apres.fin + 2]


def _constat(lecture: Lecture, premier: int, dernier: int, regle: str) -> Constat:
    """Return the finding for the words from ``premier`` to ``dernier``."""
    mots = lecture.mots[premier : dernier + 1]
    fin = mots[-1].fin
    if reste := re.match(r"(?: [A-ZÀ-ÖØ-Þ]|(?<= [A-Z])|(?<=\b[A-Z]))\.(?!\.)", lecture.texte[fin : fin + 3]):
        fin += reste.end()
    elif len(mots[-1].texte) == 1 and lecture.texte[fin : fin + 1] == ".":
        fin += 1
    genres = [mot.marques for mot in mots if ("f" in mot.marques) != ("h" in mot.marques)]
    genre = ("f" if "f" in genres[0] else "h") if genres else ""
    cite = "«" in lecture.entre(premier)
    suggestion = "[surnom retiré]" if cite else personne(lecture.bas(premier - 1), genre, mots[0].ouvre)
    nature = "NICKNAME" if regle == "surnom" else "PERSON"
    return Constat(mots[0].debut, fin, nature, "direct", RAISONS[regle], suggestion, regle)
