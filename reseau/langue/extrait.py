"""The passage of a text that answers a search, its words marked. Pieces of plain text: who shows them escapes them."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from .racines import ELISION, NOMBRE, racines

LONGUEUR: Final = 240
_MARGE: Final = 50  # what is read before the first marked word
_LU: Final = 60_000  # characters of a long text in which a passage is looked for
_BLANCS: Final = re.compile(r"[ \t\r\n\f\v]+")
_MORCEAU: Final = re.compile(rf"{NOMBRE.pattern}|\S+")
_BORDS: Final = re.compile(r"\A[\W_]*(.*?)[\W_]*\Z", re.DOTALL)
_LIGATURE: Final = re.compile("[œæŒÆﬀ-ﬆ]")
_PLIS: Final = {
    code: decompose[0].lower()
    for code in range(0x41, 0x250)
    if (decompose := unicodedata.normalize("NFKD", chr(code))) and len(decompose[0].lower()) == 1
}


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a text; `marque`: it answers what was looked for."""

    texte: str
    marque: bool = False


@dataclass(frozen=True, slots=True)
class _Marque:
    debut: int
    fin: int
    racines: frozenset[str]


def marquer(texte: str, cherchees: Collection[str], langue: str = "fr") -> list[Fragment]:
    """Return the whole text in pieces.

    Args:
        texte: plain text.
        cherchees: roots, as `racines_de_requete` gives them.
        langue: that of the text.
    """
    propre = _propre(texte)
    return _decouper(propre, 0, len(propre), _marques(propre, cherchees, langue))


def extraire(texte: str, cherchees: Collection[str], langue: str = "fr", longueur: int = LONGUEUR) -> list[Fragment]:
    """Return the densest passage of `longueur` characters: most of the roots, then most words; else the beginning.

    It begins and ends between two words; what is cut is said by an ellipsis.
    """
    propre = _propre(texte)[:_LU]
    marques = _marques(propre, cherchees, langue)
    debut, fin = _bornes(propre, _meilleur_debut(marques, longueur), longueur)
    fragments = _decouper(propre, debut, fin, marques)
    avant = [Fragment("… ")] if debut else []
    apres = [Fragment("\u00a0…")] if fin < len(propre) else []
    return [*avant, *fragments, *apres]


def _propre(texte: str) -> str:
    return _BLANCS.sub(" ", unicodedata.normalize("NFC", texte)).strip()


def _marques(texte: str, cherchees: Collection[str], langue: str) -> list[_Marque]:
    voulues = frozenset(cherchees)
    debuts = {racine[:2] for racine in voulues}
    plat = texte.translate(_PLIS)
    marques = []
    for trouve in _MORCEAU.finditer(texte):
        debut, fin = trouve.span()
        # A root begins as its word does: what cannot answer is not cut into roots.
        if not (plat[debut].isdigit() or any(d in plat[debut:fin] for d in debuts) or _LIGATURE.search(trouve[0])):
            continue
        if dites := voulues.intersection(racines(trouve[0], langue)):
            marques.append(_sans_bords(trouve[0], debut, frozenset(dites)))
    return marques


def _sans_bords(morceau: str, debut: int, dites: frozenset[str]) -> _Marque:
    """Leave punctuation, guillemets and the elided word out of the mark; « citoyen(ne) » keeps its last sign."""
    bords = _BORDS.match(morceau)
    gauche, droite = bords.span(1) if bords and bords[1] else (0, len(morceau))
    if "(" in morceau[gauche:droite] and morceau[droite : droite + 1] == ")":
        droite += 1
    if elide := ELISION.match(morceau.replace("'", "’"), gauche):
        gauche = elide.end()
    return _Marque(debut + gauche, debut + droite, dites)


def _meilleur_debut(marques: list[_Marque], longueur: int) -> int:
    meilleur, valeur = 0, (0, 0)
    for rang, premiere in enumerate(marques):
        dedans = [m for m in marques[rang : rang + longueur] if m.fin <= premiere.debut + longueur - _MARGE]
        dites: frozenset[str] = frozenset().union(*(m.racines for m in dedans))
        if (len(dites), len(dedans)) > valeur:
            meilleur, valeur = premiere.debut, (len(dites), len(dedans))
    return max(0, meilleur - _MARGE)


def _bornes(texte: str, debut: int, longueur: int) -> tuple[int, int]:
    """Move both ends between two words; near the end of the text, begin earlier."""
    if len(texte) <= longueur:
        return 0, len(texte)
    debut = min(debut, len(texte) - longueur)
    if debut:
        espace = texte.find(" ", debut)
        debut = espace + 1 if 0 <= espace < debut + _MARGE else debut
    fin = min(len(texte), debut + longueur)
    if fin < len(texte):
        espace = texte.rfind(" ", debut + longueur // 2, fin + 1)
        fin = espace if espace > 0 else fin
    return debut, fin


def _decouper(texte: str, debut: int, fin: int, marques: Iterable[_Marque]) -> list[Fragment]:
    fragments, ici = [], debut
    for marque in marques:
        if marque.debut < ici or marque.fin > fin:
            continue
        fragments += [Fragment(texte[ici : marque.debut]), Fragment(texte[marque.debut : marque.fin], marque=True)]
        ici = marque.fin
    return [fragment for fragment in (*fragments, Fragment(texte[ici:fin])) if fragment.texte]
