"""What is wrong in the captions of a recording, caption by caption. Pure: no Django; sentences are in `constats`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from .transcription import BALISE, Replique, lire, nom_de_balise, normaliser

LONGUEUR_MAX = 1_000_000  # characters: some ten hours of speech
# Rules of this project: what can be read on a phone while it passes.
LIGNES_MAX = 2
LARGEUR_MAX = 42  # characters a line
VITESSE_MAX = 25  # characters a second
# A caption may end that long after the recording, in seconds: durations are rounded.
TOLERANCE_S = 0.5

_INSTANT = r"(?:[0-9]{1,2}:)?[0-5]?[0-9]:[0-5]?[0-9]\.[0-9]{1,3}"
_TEMPS = re.compile(rf"\s*{_INSTANT}\s*-->\s*{_INSTANT}(?=\s|\Z)")
_BLOCS_MUETS = re.compile(r"(?:NOTE|STYLE|REGION)(?=\s|\Z)")
# The marks of WebVTT that are read and left out; everything else is refused.
_CONNUES = {"v", "b", "i", "u", "c", "lang", "ruby", "rt"}
_EN_SRT = re.compile(r"</?(?:b|i|u|s|font)\b[^<>]*>|\{\\[^{}]*\}", re.IGNORECASE)
_TEMPS_SRT = re.compile(r"(?<=[0-9]),(?=[0-9]{1,3}\b)")


class Defaut(Enum):
    """What can be wrong. From `LIGNES` on, the text is taken all the same."""

    VIDE = auto()
    ENTETE = auto()
    TROP_LONG = auto()
    SANS_TEMPS = auto()
    TEMPS = auto()
    BALISE = auto()
    CHEVRON = auto()
    MUETTE = auto()
    FIN = auto()
    DESORDRE = auto()
    CHEVAUCHEMENT = auto()
    DUREE = auto()
    LIGNES = auto()
    LARGEUR = auto()
    VITESSE = auto()

    @property
    def est_un_refus(self) -> bool:
        """Whether nothing is kept of such a text."""
        return self.value < Defaut.LIGNES.value


@dataclass(frozen=True, slots=True)
class Constat:
    """What is wrong with a caption: its rank from 1 (0: the whole text), when it begins as written, the words."""

    defaut: Defaut
    numero: int = 0
    temps: str = ""
    extrait: str = ""


@dataclass(frozen=True, slots=True)
class _Legende:
    numero: int
    temps: str  # its line of times, as written
    brut: str


def examiner(vtt: str, duree: float = 0) -> list[Constat]:
    """Return what is wrong in a text, in its order; when none is a refusal, `lire` loses nothing of it.

    Args:
        vtt: a WebVTT text.
        duree: of the recording, in seconds; 0 when it is not known yet.
    """
    if len(vtt) > LONGUEUR_MAX:
        return [Constat(Defaut.TROP_LONG)]
    texte = normaliser(vtt)
    if not texte.strip():
        return [Constat(Defaut.VIDE)]
    if not re.match(r"WEBVTT(?=\s|\Z)", texte) or "-->" in texte.partition("\n\n")[0]:
        return [Constat(Defaut.ENTETE)]
    legendes, constats = _decouper(texte)
    if constats or not legendes:
        return constats or [Constat(Defaut.VIDE)]
    fin_d_avant = debut_d_avant = 0.0
    for legende in legendes:
        repliques = lire(f"WEBVTT\n\n{legende.temps}\n{legende.brut}\n")
        debut, fin = (repliques[0].debut, repliques[0].fin) if repliques else (fin_d_avant, fin_d_avant + 1)
        defauts = [*_de_mots(legende.brut, repliques), *_de_place(debut, fin, debut_d_avant, fin_d_avant, duree)]
        constats += [Constat(d, legende.numero, _debut(legende.temps), extrait) for d, extrait in defauts]
        debut_d_avant, fin_d_avant = debut, max(fin, fin_d_avant)
    return constats


def depuis_srt(srt: str) -> str:
    """Return the WebVTT text of a SubRip one; what is wrong in it stays wrong, for `examiner` to say."""
    blocs = []
    for bloc in re.split(r"\n{2,}", normaliser(srt).strip("\n")):
        lignes = bloc.split("\n")
        if len(lignes) > 1 and lignes[0].strip().isdigit() and "-->" in lignes[1]:
            del lignes[0]
        if "-->" in lignes[0]:
            lignes = [_TEMPS_SRT.sub(".", lignes[0]), *(_EN_SRT.sub("", ligne) for ligne in lignes[1:])]
        blocs.append("\n".join(ligne.replace("&", "&amp;") for ligne in lignes))
    return "\n\n".join(["WEBVTT", *blocs]) + "\n"


def est_du_srt(texte: str) -> bool:
    """Say whether a text is SubRip: a number, then times whose seconds have a comma."""
    return bool(re.match(r"(?:[0-9]+\s*\n)?\s*[0-9:]+,[0-9]{1,3}\s*-->", normaliser(texte).lstrip()))


def _decouper(texte: str) -> tuple[list[_Legende], list[Constat]]:
    """Return the captions of a text, and the blocks that should be one and are not."""
    legendes: list[_Legende] = []
    constats: list[Constat] = []
    for bloc in re.split(r"\n{2,}", texte.strip("\n"))[1:]:
        lignes = bloc.split("\n")
        rang = next((rang for rang, ligne in enumerate(lignes[:2]) if "-->" in ligne), None)
        if rang is None:
            if not _BLOCS_MUETS.match(bloc):
                avant = legendes[-1].numero if legendes else 0
                constats.append(Constat(Defaut.SANS_TEMPS, avant, extrait=bloc[:60]))
            continue
        numero = len(legendes) + 1
        legendes.append(_Legende(numero, lignes[rang], "\n".join(lignes[rang + 1 :])))
        illisibles = [ligne for ligne in lignes[rang:] if "-->" in ligne and not _TEMPS.match(ligne)]
        colles = [ligne for ligne in lignes[rang + 1 :] if "-->" in ligne]
        if fautive := next(iter(illisibles + colles), ""):
            constats.append(Constat(Defaut.TEMPS, numero, _debut(lignes[rang]), fautive[:60]))
    return legendes, constats


def _debut(temps: str) -> str:
    return temps.partition("-->")[0].strip()[:20]


def _de_mots(brut: str, repliques: list[Replique]) -> Iterator[tuple[Defaut, str]]:
    inconnues = [b for b in BALISE.findall(brut) if not _est_connue(b)]
    if inconnues:
        yield Defaut.BALISE, f"<{inconnues[0]}>"[:60]
    elif "<" in BALISE.sub("", brut):
        yield Defaut.CHEVRON, brut[:60]
    elif not repliques:
        yield Defaut.MUETTE, ""
    else:
        lignes = [ligne for replique in repliques for ligne in replique.texte.split("\n")]
        duree = repliques[0].fin - repliques[0].debut
        if len(lignes) > LIGNES_MAX:
            yield Defaut.LIGNES, ""
        if any(len(ligne) > LARGEUR_MAX for ligne in lignes):
            yield Defaut.LARGEUR, max(lignes, key=len)
        if 0 < duree * VITESSE_MAX < sum(map(len, lignes)):
            yield Defaut.VITESSE, ""


def _est_connue(balise: str) -> bool:
    return nom_de_balise(balise) in _CONNUES or bool(re.fullmatch(_INSTANT, balise))


def _de_place(
    debut: float, fin: float, debut_d_avant: float, fin_d_avant: float, duree: float
) -> Iterator[tuple[Defaut, str]]:
    if fin <= debut:
        yield Defaut.FIN, ""
    if debut < debut_d_avant:
        yield Defaut.DESORDRE, ""
    elif debut < fin_d_avant:
        yield Defaut.CHEVAUCHEMENT, ""
    if duree and fin > duree + TOLERANCE_S:
        yield Defaut.DUREE, ""
