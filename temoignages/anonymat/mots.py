"""Words of a normalised text, with what a reader sees of each: case, place in the sentence, marks of the lexicon."""

import re
from dataclasses import dataclass

from . import indices
from .lexique import marques

# An elided article written in capitals inside a name (L'Écuyer, O'Brien) belongs to the name.
_MOT = re.compile(r"[LDO]'[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:-[^\W\d_]+)*|[^\W\d_]+(?:-[^\W\d_]+)*(?:·[^\W\d_]+)*")
_DERNIER_MOT = re.compile(r"(?<![\w'-])([^\W\d_][\w-]*)\.? {1,2}$")
# How far back the word before is looked for: longer than any first name.
_PORTEE = 40
_ABREGE_AVANT_NOM = {"m", "mm", "mme", "mlle", "mr", "dr", "dre", "me", "st", "ste", "prof", "inf"}
# Fewer capitals than this may be the initials of a short text.
_CAPITALES_MINIMUM = 12
# Fewer English tool words than this in a text are an expression, a title.
_OUTILS_MINIMUM = 3
_FIN_DE_PHRASE = ".!?…\n\r•*>"


@dataclass(slots=True)
class Mot:
    """One word.

    ``ouvre`` says that a sentence opens on it, so that its capital would prove nothing; ``neglige`` that whoever wrote
    its line gave up capitals, or wrote nothing else, so that their absence proves nothing either; ``anglais`` that the
    sentence is in English.
    """

    debut: int
    fin: int
    texte: str
    bas: str
    marques: str
    majuscule: bool
    capitales: bool
    ouvre: bool
    neglige: bool = False
    anglais: bool = False

    @property
    def est_commun(self) -> bool:
        """Whether the lexicon knows the word, or every part of it, as a common word."""
        return "m" in self.marques

    @property
    def est_prenom(self) -> bool:
        """Whether the word is someone's first name in French."""
        return "p" in self.marques

    @property
    def est_un_verbe(self) -> bool:
        """Whether the word can be the verb of "elle"."""
        return "v" in self.marques

    @property
    def est_un_mot_anglais(self) -> bool:
        """Whether English knows the word as a common one."""
        return "x" in marques(self.bas)

    @property
    def est_inconnu(self) -> bool:
        """Whether no lexicon knows the word as common; names are unknown in this sense."""
        return "m" not in self.marques and "g" not in self.marques


def decouper(texte: str) -> list[Mot]:
    """Return the words of ``texte`` in order."""
    en_capitales = _est_en_capitales(texte)
    mots: list[Mot] = []
    fin_precedente = 0
    for trouve in _MOT.finditer(texte):
        debut, fin = trouve.span()
        forme = trouve[0]
        bas = forme.lower()
        majuscule = forme[0].isupper() and not en_capitales
        entre = texte[fin_precedente:debut]
        ouvre = entre != " " and _ouvre_phrase(entre, mots[-1] if mots else None)
        mots.append(
            Mot(debut, fin, forme, bas, marques_du_mot(bas), majuscule, len(forme) > 1 and forme.isupper(), ouvre)
        )
        fin_precedente = fin
    _reperer_les_lignes_negligees(texte, mots)
    _reperer_l_anglais(mots)
    return mots


def _reperer_l_anglais(mots: list[Mot]) -> None:
    """Mark the words of the sentences where tool words are English; a word or two in a French one change nothing."""
    outils = [mot.bas in indices.MOTS_ANGLAIS for mot in mots]
    if sum(outils) < _OUTILS_MINIMUM:
        return
    debut = 0
    for rang in range(1, len(mots) + 1):
        if rang == len(mots) or mots[rang].ouvre:
            phrase = mots[debut:rang]
            francais = sum(mot.bas in indices.DETERMINANTS - indices.MOTS_ANGLAIS for mot in phrase)
            anglais = sum(outils[debut:rang])
            for mot in phrase if anglais > francais else ():
                mot.anglais = True
            debut = rang


def _reperer_les_lignes_negligees(texte: str, mots: list[Mot]) -> None:
    """Mark the words of a text where at least half of the sentences open without capital, or of a line where all do."""
    ouvertures = [mot.majuscule for mot in mots if mot.ouvre]
    partout = 2 * sum(ouvertures) <= len(ouvertures)
    ligne: list[Mot] = []
    for rang, mot in enumerate(mots):
        if rang and "\n" in texte[mots[rang - 1].fin : mot.debut]:
            _marquer(ligne, partout)
            ligne = []
        ligne.append(mot)
    _marquer(ligne, partout)


def _marquer(ligne: list[Mot], partout: bool) -> None:
    neglige = partout or not any(mot.majuscule for mot in ligne if mot.ouvre)
    for mot in ligne:
        mot.neglige = neglige


def suit_un_nom(texte: str, debut: int) -> bool:
    """Return whether a title, a first name or an initial stands right before ``debut``: what follows is a surname."""
    precedent = _DERNIER_MOT.search(texte, max(0, debut - _PORTEE), debut)
    if precedent is None:
        return False
    mot = precedent[1]
    prenom = "m" not in marques(mot) or mot[0].isupper()
    initiale = len(mot) == 1 and mot.isupper() and precedent[0].endswith(". ")
    return (
        initiale
        or mot.lower() in indices.TITRES
        or (mot.lower() in indices.TITRES_FAIBLES and texte[debut : debut + 1].isupper())
        or (prenom and bool(set(marques_du_mot(mot.lower())) & {"p", "e"}))
    )


def _ouvre_phrase(entre: str, precedent: Mot | None) -> bool:
    """Return whether what separates two words (``entre``) starts a sentence."""
    if precedent is None:
        return True
    if "\n" not in entre and entre.strip() == "." and (precedent.bas in _ABREGE_AVANT_NOM or _est_initiale(precedent)):
        return False
    return any(signe in entre for signe in _FIN_DE_PHRASE) or "«" in entre


def _est_initiale(mot: Mot) -> bool:
    return len(mot.texte) == 1 and mot.majuscule


def marques_du_mot(bas: str) -> str:
    """Return the marks of a word in French; a compound is common when each part is, a name when one part is."""
    connues = marques(bas).replace("x", "")
    if connues or not ("-" in bas or "'" in bas or "·" in bas):
        return connues
    parties = [
        marques(partie).replace("x", "") for partie in re.split(r"[-'·]", bas) if len(partie) > 1 or partie in "aày"
    ]
    if "·" in bas:
        return parties[0] if parties else ""
    if parties and all("p" in partie for partie in parties):
        return "".join(sorted({lettre for partie in parties for lettre in partie if lettre in "pefh"}))
    if parties and all("m" in partie or "g" in partie for partie in parties):
        return "m" + ("v" if "v" in parties[0] else "")
    return "".join(sorted({lettre for partie in parties for lettre in partie if lettre in "pefhn"}))


def _est_en_capitales(texte: str) -> bool:
    """Return whether the whole text is shouted, so that capitals say nothing about names."""
    hautes = sum(map(str.isupper, texte))
    return hautes > _CAPITALES_MINIMUM and hautes > 2 * sum(map(str.islower, texte))
