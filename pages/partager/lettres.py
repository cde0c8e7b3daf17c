"""Words on an image: which signs our fonts draw, at what size words fit, and where their lines end."""

import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Final, NamedTuple

from PIL import ImageDraw, ImageFont

from ..sorties.signes import POLICES

PANCARTE, PANCARTE_FINE, VOIX, _EMOJI = "pancarte-930", "pancarte-680", "voix-400", "emoji"
_MESURE: Final = 100  # pixels: words are measured once, at this size
_SANS_TRACE: Final = {"Cf", "Mn", "Me", "Cc"}
_PARTS: Final = re.compile(r"[^-–]+[-–]*|[-–]+")
_MOT_AU_PLUS: Final = 28  # signs that no line cuts: as many stand on the narrowest line, in the smallest letters
# Where a line may end. A no-break space stays one beside a figure or a mark; between two words it was pasted.
_ENTRE_LES_MOTS: Final = re.compile(r" +|(?<![\d« ])\u00a0(?![\d»:;!?%$€ ])")
_VARIANTES: Final = {"\ufe0e", "\ufe0f"}  # they say how an emoji looks
_ESPACES: Final = {"\u202f": "\u00a0", "\u2009": "\u00a0", "\u2011": "-", "\t": " ", "\r": ""}


@dataclass(frozen=True, slots=True)
class Pave:
    """Words that fit a box. `haut`: from one line to the next, in pixels; `coupe`: the end did not fit."""

    police: str
    taille: int
    haut: int
    lignes: tuple[str, ...]
    coupe: bool = False

    @property
    def hauteur(self) -> int:
        """The height of the whole, in pixels."""
        return self.haut * len(self.lignes)

    @property
    def largeur(self) -> int:
        """The length of its longest line, in pixels."""
        longues = (_longueur(ligne, self.police) for ligne in self.lignes)
        return math.ceil(max(longues, default=0.0) * self.taille / _MESURE)


class _Morceau(NamedTuple):
    """What no line cuts, its length, and the space before it when it does not begin a line; both at `_MESURE`."""

    texte: str
    long: float
    espace: float


@lru_cache(maxsize=64)
def _fonte(nom: str, taille: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(POLICES / f"{nom}.ttf", taille)


@lru_cache(maxsize=2048)
def _a_un_dessin(nom: str, signe: str) -> bool:
    """Whether a font draws a sign: otherwise it gives the drawing that stands for all it does not know."""
    fonte = _fonte(nom, 24)
    connu, inconnu = fonte.getmask(signe), fonte.getmask("\U0010ffff")
    return connu.size != inconnu.size or bytes(connu) != bytes(inconnu)


def nettoyer(texte: str) -> str:
    """Return a text with composed letters and plain spaces, without the marks that nothing shows."""
    compose = unicodedata.normalize("NFC", texte)
    visibles = (_ESPACES.get(s, " " if unicodedata.category(s) == "Zs" and s != "\u00a0" else s) for s in compose)
    return "".join(s for s in visibles if s == "\n" or not s or unicodedata.category(s) not in _SANS_TRACE)


def est_dessinable(texte: str, police: str) -> bool:
    """Whether a text can be drawn, sign by sign and word by word: it is shown as it was written, or not at all."""
    # A mark that no letter took in, or that joins signs, would be lost: the words would not be those that were written.
    if any(_est_une_marque(signe) for signe in unicodedata.normalize("NFC", texte)):
        return False
    net = nettoyer(texte)
    if any(len(part) > _MOT_AU_PLUS for ligne in net.split("\n") for part in _insecables(ligne)):
        return False
    signes = set(net) - {" ", "\u00a0", "\n"}
    return all(_a_un_dessin(police, signe) or _a_un_dessin(_EMOJI, signe) for signe in signes)


def _est_une_marque(signe: str) -> bool:
    return signe == "\u200d" or (unicodedata.category(signe) in {"Mn", "Me"} and signe not in _VARIANTES)


def _insecables(ligne: str) -> list[str]:
    """Return what no line cuts, in order: words, and parts of them that a hyphen ends."""
    return [part for mot in _ENTRE_LES_MOTS.split(ligne) for part in _PARTS.findall(mot)]


def ajuster(texte: str, police: str, tailles: range, boite: tuple[int, int], interligne: float) -> Pave:
    """Return a text at the largest size that fits a box (width, height); cut at a word when none does.

    Its lines are made as even as they can be without one more.
    """
    largeur, hauteur = boite
    paragraphes = [mots for p in nettoyer(texte).split("\n") if (mots := list(_morceaux(p, police)))]
    if not paragraphes:
        return Pave(police, tailles[0], 0, ())
    for taille in tailles:
        haut = round(taille * interligne)
        place = largeur * _MESURE / taille
        lignes = _lignes(paragraphes, place)
        au_plus = max(1, hauteur // haut)
        derniere = taille == tailles[-1]
        entre = len(lignes) <= au_plus and all(m.long <= place for mots in paragraphes for m in mots)
        if entre:
            return Pave(police, taille, haut, tuple(_lignes(paragraphes, _egale(paragraphes, place))))
        if derniere:
            gardees = lignes[:au_plus]
            if len(lignes) > au_plus:
                gardees[-1] = f"{gardees[-1].rstrip(' .,;:')}…"
            return Pave(police, taille, haut, tuple(gardees), coupe=True)
    raise ValueError("no size was given")


def poser(dessin: ImageDraw.ImageDraw, pave: Pave, coin: tuple[int, int], encre: str, fil: str = "") -> int:
    """Draw a block of words from its top left corner, each line on a thread when `fil` is a colour; return its foot."""
    x, y = coin
    for ligne in pave.lignes:
        base = y + round(pave.haut * 0.78)
        if fil:
            epais = max(4, round(pave.taille * 0.1))
            sous = base + round(pave.taille * 0.13)
            long = round(_longueur(ligne, pave.police) * pave.taille / _MESURE)
            dessin.rectangle((x, sous, x + long, sous + epais), fill=fil)
        courant = float(x)
        for nom, morceau in _suites(ligne, pave.police):
            la_sienne = _fonte(nom, pave.taille)
            dessin.text((courant, base), morceau, font=la_sienne, fill=encre, anchor="ls")
            courant += la_sienne.getlength(morceau)
        y += pave.haut
    return y


def _suites(ligne: str, police: str) -> Iterator[tuple[str, str]]:
    """Yield the runs of a line, each with the font that draws it."""
    for nom, signes in groupby(ligne, lambda signe: police if _a_un_dessin(police, signe) else _EMOJI):
        yield nom, "".join(signes)


def _longueur(mot: str, police: str) -> float:
    """Measured each time: a memory of measures would keep words that were taken back."""
    return sum(_fonte(nom, _MESURE).getlength(suite) for nom, suite in _suites(mot, police))


def _morceaux(paragraphe: str, police: str) -> Iterator[_Morceau]:
    """Yield what no line cuts: a word, or a part of it that a hyphen ends."""
    for mot in _ENTRE_LES_MOTS.split(paragraphe):
        for rang, part in enumerate(_PARTS.findall(mot)):
            yield _Morceau(part, _longueur(part, police), _longueur(" ", police) if rang == 0 else 0.0)


def _lignes(paragraphes: list[list[_Morceau]], largeur: float) -> list[str]:
    lignes: list[str] = []
    for premier, *suivants in paragraphes:
        ligne, longueur = premier.texte, premier.long
        for morceau in suivants:
            if longueur + morceau.espace + morceau.long <= largeur:
                ligne = f"{ligne}{' ' if morceau.espace else ''}{morceau.texte}"
                longueur += morceau.espace + morceau.long
            else:
                lignes.append(ligne)
                ligne, longueur = morceau.texte, morceau.long
        lignes.append(ligne)
    return lignes


def _egale(paragraphes: list[list[_Morceau]], largeur: float) -> float:
    """Return the narrowest width that needs no more lines than `largeur`."""
    nombre = len(_lignes(paragraphes, largeur))
    bas, haut = max(morceau.long for mots in paragraphes for morceau in mots), largeur
    for _tour in range(8):
        milieu = (bas + haut) / 2
        bas, haut = (bas, milieu) if len(_lignes(paragraphes, milieu)) == nombre else (milieu, haut)
    return haut
