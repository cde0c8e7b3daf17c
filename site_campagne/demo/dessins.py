"""Seven drawn images, 1600 × 1000: cloths with a plain motif, and a net. No photograph, nobody to recognise.

Each returns the same PNG bytes every time.
"""

from collections.abc import Callable
from dataclasses import dataclass

from .filet import nouer
from .motifs import BOL, CHAISE, PORTE
from .tissage import CREME, EGLANTINE, GARANCE, GAUDE, LIN, MOUSSE, NUIT, SAPIN, Couleurs, tisser


@dataclass(frozen=True, slots=True)
class Dessin:
    """An image to draw: `dessiner()` gives its PNG bytes, `alternative` what it shows, in one sentence."""

    cle: str
    titre: str
    alternative: str
    dessiner: Callable[[], bytes]


def _motif(lignes: tuple[str, ...], encres: dict[str, tuple[str, str]]) -> Couleurs:
    """Return the dyes (warp, weft) of a motif written as rows of signs, one sign a crossing."""
    return lambda x, y: encres[lignes[y % len(lignes)][x % len(lignes[0])]]


def chaise() -> bytes:
    """Draw a yellow chair on a pink floor, in plain weave."""
    encres = {".": (SAPIN, NUIT), "#": (GAUDE, "#F0A81C"), "_": (EGLANTINE, "#EE93AA")}
    return tisser("toile", _motif(CHAISE, encres), fond=NUIT)


def bol() -> bytes:
    """Draw a steaming bowl on a table, in basket weave."""
    encres = {".": (LIN, CREME), "#": (GARANCE, "#D95723"), "~": (SAPIN, "#2E6350"), "=": (GAUDE, "#F0A81C")}
    return tisser("natte", _motif(BOL, encres), fond="#F3D9C6")


def porte() -> bytes:
    """Draw an open door and its light on the floor, in twill."""
    encres = {".": (SAPIN, NUIT), "#": (GAUDE, CREME), "|": (GARANCE, GARANCE), "_": (EGLANTINE, "#EE93AA")}
    return tisser("serge", _motif(PORTE, encres), fond=NUIT)


def tablee() -> bytes:
    """Draw a checked tablecloth, diamonds over broad bands."""
    bandes = (GAUDE, GAUDE, GAUDE, GAUDE, EGLANTINE, EGLANTINE, EGLANTINE, EGLANTINE)
    return tisser("losange", lambda x, _y: (bandes[(x + 4) // 4 % 8], SAPIN), fond=NUIT)


def chevron() -> bytes:
    """Draw herringbone in madder and pink."""
    return tisser("chevron", lambda _x, y: (EGLANTINE, GARANCE if y // 4 % 2 else GAUDE), fond=SAPIN)


def satin() -> bytes:
    """Draw a patchwork of satin squares."""
    pieces = (GAUDE, EGLANTINE, MOUSSE, GARANCE)
    return tisser("satin", lambda x, y: (SAPIN, pieces[(x // 8 + 2 * (y // 5) + y // 10) % 4]), fond=SAPIN)


DESSINS: dict[str, Dessin] = {
    dessin.cle: dessin
    for dessin in (
        Dessin("chaise", "La chaise", "Une chaise jaune tissée, posée seule sur un plancher rose.", chaise),
        Dessin("bol", "Le bol", "Un bol orange tissé sur une table jaune, et trois filets de vapeur verte.", bol),
        Dessin("porte", "La porte", "Une porte ouverte tissée : sa lumière jaune tombe sur un plancher rose.", porte),
        Dessin("tablee", "La nappe", "Une nappe tissée à losanges verts, jaunes et roses.", tablee),
        Dessin("chevron", "La marche", "Des chevrons tissés jaunes, roses et orange, en rangs serrés.", chevron),
        Dessin("satin", "Les carreaux", "Une courtepointe de carreaux jaunes, roses, verts et orange.", satin),
        Dessin("filet", "Le filet", "Dix fils roses et neuf fils jaunes se croisent en 90 nœuds orange.", nouer),
    )
}
