"""Read an XML file once, from end to end, and write it again without some of its marks.

Names keep their prefixes, which office files refer to in words. No entity is ever expanded, nothing else is read, and
nothing recurses. Comments and processing instructions are not written: no office file needs them.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from xml.parsers.expat import ParserCreate

from .refus import ABIME, TROP_GROS_DEPLIE, DocumentRefuse

XML_MAX: Final = 30 * 1024 * 1024  # of one part, read; written, what is escaped may double it
Attributs = dict[str, str]
_TEXTE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_VALEUR = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
)


def _garder(_balise: str, attributs: Attributs) -> Attributs | None:
    return attributs


@dataclass(frozen=True)
class Consigne:
    """What is not written again.

    Attributes:
        trier: takes a mark (with its prefix) and its attributes; returns those to write, or nothing to throw the mark
            away with all that it holds.
        remplacer: the words to write inside a mark, in place of its own.
    """

    trier: Callable[[str, Attributs], Attributs | None] = _garder
    remplacer: dict[str, str] = field(default_factory=dict)


def local(nom: str) -> str:
    """Return a name without its prefix."""
    return nom.rpartition(":")[2]


def recrire(octets: bytes, consigne: Consigne) -> bytes:
    """Return the XML of `octets`, less what `consigne` throws away. Raises `ExpatError`, `DocumentRefuse`."""
    return _Copiste(consigne).copier(octets)


class _Copiste:
    """Writes what it is told of by the parser."""

    def __init__(self, consigne: Consigne) -> None:
        self.consigne = consigne
        self.sortie = io.BytesIO()
        self.jetes = 0  # how deep inside what is thrown away
        self.remplaces = 0  # and inside what says something else

    def copier(self, octets: bytes) -> bytes:
        if len(octets) > XML_MAX:
            raise DocumentRefuse(str(TROP_GROS_DEPLIE))
        self._ecrire('<?xml version="1.0" encoding="UTF-8"?>\n')
        lecteur = ParserCreate()
        lecteur.buffer_text = True
        lecteur.StartElementHandler = self._ouvrir
        lecteur.EndElementHandler = self._fermer
        lecteur.CharacterDataHandler = self._dire
        lecteur.StartDoctypeDeclHandler = _refuser_les_declarations
        lecteur.SkippedEntityHandler = _refuser
        lecteur.Parse(octets, True)
        return self.sortie.getvalue()

    def _ecrire(self, mots: str) -> None:
        self.sortie.write(mots.encode())
        if self.sortie.tell() > 2 * XML_MAX:
            raise DocumentRefuse(str(TROP_GROS_DEPLIE))

    def _ouvrir(self, balise: str, attributs: Attributs) -> None:
        if self.jetes:
            self.jetes += 1
            return
        gardes = self.consigne.trier(balise, attributs)
        if gardes is None:
            self.jetes = 1
            return
        ecrits = "".join(f' {nom}="{valeur.translate(_VALEUR)}"' for nom, valeur in gardes.items())
        self._ecrire(f"<{balise}{ecrits}>")
        if balise in self.consigne.remplacer:
            self.remplaces += 1
            self._ecrire(self.consigne.remplacer[balise].translate(_TEXTE))

    def _fermer(self, balise: str) -> None:
        if self.jetes:
            self.jetes -= 1
            return
        if balise in self.consigne.remplacer:
            self.remplaces -= 1
        self._ecrire(f"</{balise}>")

    def _dire(self, mots: str) -> None:
        if not self.jetes and not self.remplaces:
            self._ecrire(mots.translate(_TEXTE))


def _refuser_les_declarations(_nom: str, _systeme: str | None, _public: str | None, interne: bool) -> None:
    if interne:
        _refuser()


def _refuser(*_dit: object) -> None:
    raise DocumentRefuse(str(ABIME))
